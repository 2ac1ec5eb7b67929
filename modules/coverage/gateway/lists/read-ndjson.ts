import { type LineField, lineFields } from '../../model/cover-list.ts';
import type { RawItem, RawLine } from './raw.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** One JSON object a line: first the header, then the lines. */
export async function* readNdjson(source: AsyncIterable<Uint8Array>): AsyncGenerator<RawItem, void> {
  let isOpen = false;
  for await (const block of textLines(source)) {
    let rows = block;
    if (!isOpen) {
      yield { kind: 'header', values: parse(rows[0]?.text ?? '') };
      isOpen = true;
      rows = rows.slice(1);
    }
    if (rows.length > 0) yield { kind: 'lines', lines: rows.map(toLine) };
  }
  if (!isOpen) yield { kind: 'header', values: undefined };
}

function toLine({ text, line, isTooLong }: TextLine): RawLine {
  if (isTooLong) return { line, texts: {}, fault: { place: '', rule: 'line-too-long' } };
  const values = parse(text);
  if (values === undefined) return { line, texts: {}, fault: { place: '', rule: 'json-malformed' } };
  const texts: { [field in LineField]?: string } = {};
  let isKnown = true;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && (lineFields as readonly string[]).includes(name)) texts[name as LineField] = value;
    else isKnown = false;
  }
  return isKnown ? { line, texts } : { line, texts, fault: { place: '', rule: 'unknown-field' } };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
