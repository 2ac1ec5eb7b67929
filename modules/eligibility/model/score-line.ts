import type { FormulaId } from '#law';
import { assess } from './assess.ts';
import { parseAnonymousDeclaration } from './parse-declaration.ts';

/** What one line of declarations becomes: the score and which thresholds are met, or the first thing that is wrong with it. */
export type ScoredLine =
  | { readonly score: number; readonly thresholds: Readonly<Record<string, boolean>> }
  | { readonly error: { readonly path: string; readonly message: string } };

/** Scores one declaration written as JSON. Names and sex may be absent: no formula reads them. Never throws for what the text says. */
export function scoreLine(formula: FormulaId, text: string): ScoredLine {
  const document = parseJson(text);
  if ('error' in document) return document;
  const parsed = parseAnonymousDeclaration(document.value);
  if (!parsed.ok) {
    const { path, message } = parsed.issues[0] ?? { path: '', message: 'is not a declaration' };
    return { error: { path, message } };
  }
  const { score, conditions, missing } = assess(formula, parsed.declaration);
  const [path] = missing;
  if (path !== undefined || score === null) {
    return { error: { path: path ?? '', message: `is missing: ${formula} needs it for this household` } };
  }
  return { score, thresholds: Object.fromEntries(conditions.map(({ key, met }) => [key, met === true])) };
}

function parseJson(text: string): { value: unknown } | { error: { path: string; message: string } } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    // The parser's own words quote the text, which may name people: only the place is kept.
    const place = /at position \d+/.exec((error as SyntaxError).message)?.[0] ?? 'at its end';
    return { error: { path: '', message: `is not JSON (${place})` } };
  }
}
