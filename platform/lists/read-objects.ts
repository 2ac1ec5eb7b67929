import type { ListShape, RawItem, RawRecord } from './shape.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** One JSON object a line: first the header, then the records. Its records have no parts. */
export async function* readObjects(source: AsyncIterable<Uint8Array>, { record }: ListShape): AsyncGenerator<RawItem, void> {
  let isOpen = false;
  for await (const block of textLines(source)) {
    let rows = block;
    if (!isOpen) {
      yield { kind: 'header', values: parse(rows[0]?.text ?? '') };
      isOpen = true;
      rows = rows.slice(1);
    }
    if (rows.length > 0) yield { kind: 'records', records: rows.map((row) => toRecord(row, record.fields)) };
  }
  if (!isOpen) yield { kind: 'header', values: undefined };
}

function toRecord({ text, line, isTooLong }: TextLine, fields: readonly string[]): RawRecord {
  const unread = { line, texts: {}, parts: [] };
  if (isTooLong) return { ...unread, fault: { place: '', rule: 'line-too-long' } };
  const values = parse(text);
  if (values === undefined) return { ...unread, fault: { place: '', rule: 'json-malformed' } };
  const texts: Record<string, string> = {};
  let isKnown = true;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && fields.includes(name)) texts[name] = value;
    else isKnown = false;
  }
  return isKnown ? { line, texts, parts: [] } : { line, texts, parts: [], fault: { place: '', rule: 'unknown-field' } };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
