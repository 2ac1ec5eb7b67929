import { type LineField, type ListFault, lineFields } from '../../model/cover-list.ts';
import type { RawItem, RawLine } from './raw.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** `#name;value` lines for the header, one row of column names in any order, then a row a line. No value holds a separator. */
export async function* readCsv(source: AsyncIterable<Uint8Array>): AsyncGenerator<RawItem, void> {
  const header: Record<string, unknown> = {};
  let columns: readonly LineField[] | undefined;
  for await (const block of textLines(source)) {
    const lines: RawLine[] = [];
    for (const row of block) {
      if (columns !== undefined) lines.push(toLine(row, columns));
      else if (isHeader(row)) putHeader(header, row.text);
      else {
        const found = columnsOf(row);
        if ('rule' in found) return yield { kind: 'fault', fault: found };
        columns = found;
        yield { kind: 'header', values: header };
      }
    }
    if (lines.length > 0) yield { kind: 'lines', lines };
  }
  if (columns === undefined) yield { kind: 'fault', fault: { rule: 'columns-wrong', place: '', line: 1 } };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]).toString('latin1');

function isHeader({ text }: TextLine): boolean {
  return text.startsWith('#') || text.startsWith(`${byteOrderMark}#`);
}

function putHeader(header: Record<string, unknown>, text: string): void {
  const [name = '', value = ''] = cellsOf(text.replace(byteOrderMark, ''));
  header[name.slice(1)] = name === '#count' && /^\d{1,9}$/.test(value) ? Number(value) : value;
}

function columnsOf({ text, line }: TextLine): readonly LineField[] | ListFault {
  const names = cellsOf(text).map((name) => name.trim());
  const wrong = names.find((name, index) => !isField(name) || names.indexOf(name) !== index);
  const missing = ['member', 'from'].find((name) => !names.includes(name));
  const place = wrong ?? missing;
  return place === undefined ? (names as LineField[]) : { rule: 'columns-wrong', place: place.slice(0, 40), line };
}

function isField(name: string): name is LineField {
  return (lineFields as readonly string[]).includes(name);
}

function toLine({ text, line, isTooLong }: TextLine, columns: readonly LineField[]): RawLine {
  if (isTooLong) return { line, texts: {}, fault: { place: '', rule: 'line-too-long' } };
  const cells = cellsOf(text);
  const texts: { [field in LineField]?: string | undefined } = {};
  for (let at = 0; at < columns.length; at += 1) texts[columns[at] as LineField] = cells[at];
  if (cells.length === columns.length) return { line, texts };
  return { line, texts, fault: { place: '', rule: 'cell-count' } };
}

function cellsOf(text: string): string[] {
  const cells = text.split(';');
  return text.includes('"') ? cells.map((cell) => cell.replace(/^"(.*)"$/, '$1')) : cells;
}
