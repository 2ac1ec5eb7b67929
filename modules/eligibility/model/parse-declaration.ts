import { z } from 'zod';
import { AnonymousDeclaration, Declaration } from './declaration.ts';

/** One thing wrong with a declaration: where (`members[0].birth_date`, `""` for the whole document), which rule, in words. */
export type DeclarationIssue = { readonly path: string; readonly rule: string; readonly message: string };

export type Parsed<T> =
  | { readonly ok: true; readonly declaration: T }
  | { readonly ok: false; readonly issues: DeclarationIssue[] };

/** Reads any value as a declaration: names in NFC, card numbers in upper case without spaces. Lists everything that is wrong. */
export function parseDeclaration(input: unknown): Parsed<Declaration> {
  return parsed(input, Declaration.safeParse(input));
}

/** As {@link parseDeclaration}, for a household that need not be named. */
export function parseAnonymousDeclaration(input: unknown): Parsed<AnonymousDeclaration> {
  return parsed(input, AnonymousDeclaration.safeParse(input));
}

/** JSON Schema (draft 2020-12) of the declaration. Rules between keys (order of members, dates) stand only in the parser. */
export function declarationJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(Declaration, { io: 'input' }) as Record<string, unknown>;
}

function parsed<T>(input: unknown, result: z.ZodSafeParseResult<T>): Parsed<T> {
  if (result.success) return { ok: true, declaration: result.data };
  return { ok: false, issues: result.error.issues.flatMap((issue) => toIssues(issue, input)) };
}

function toIssues(issue: z.core.$ZodIssue, input: unknown): DeclarationIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: toPath([...issue.path, key]),
      rule: 'unknown-key',
      message: 'is not a key of the declaration',
    }));
  }
  if (isAbsent(input, issue.path)) return [{ path: toPath(issue.path), rule: 'required', message: 'is missing' }];
  return [{ path: toPath(issue.path), ...ruleAndWords(issue) }];
}

function isAbsent(input: unknown, path: readonly PropertyKey[]): boolean {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], input) === undefined;
}

function toPath(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`;
    return path === '' ? String(part) : `${path}.${String(part)}`;
  }, '');
}

function ruleAndWords(issue: z.core.$ZodIssue): { rule: string; message: string } {
  switch (issue.code) {
    case 'invalid_type':
      return { rule: 'type', message: `must be ${typesInWords[issue.expected] ?? issue.expected}` };
    case 'invalid_value':
      return { rule: 'choice', message: `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}` };
    case 'too_small':
      return { rule: 'minimum', message: `must be at least ${issue.minimum}${unitOf(issue.origin)}` };
    case 'too_big':
      return { rule: 'maximum', message: `must be at most ${issue.maximum}${unitOf(issue.origin)}` };
    case 'invalid_format':
      return { rule: 'format', message: formatInWords(issue) };
    case 'custom':
      return { rule: String(issue.params?.rule ?? 'rule'), message: issue.message };
    default:
      return { rule: issue.code.replaceAll('_', '-'), message: issue.message };
  }
}

const typesInWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function unitOf(origin: string): string {
  return { string: ' characters long', array: ' in number' }[origin] ?? '';
}

function formatInWords(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'date') return 'must be a real date written YYYY-MM-DD';
  const last = issue.path.at(-1);
  if (last === 'commune') return 'must be a commune code such as 01.511.01.01, in one of the regions 01 to 12';
  if (last === 'cnie') return 'must be one or two letters and one to seven digits';
  return 'is not written as expected';
}
