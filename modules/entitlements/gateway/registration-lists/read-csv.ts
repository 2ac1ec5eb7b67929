import { familyFields, personFields, type RegistrationListFault } from '../../model/registration-list.ts';
import type { RawFamily, RawItem } from './raw.ts';
import { type TextLine, textLines } from './text-lines.ts';

const fields: readonly string[] = [...familyFields, ...personFields];

/** A row is a person; the rows of one request that follow each other are one family. `#name;value` rows come first, then the columns. */
export async function* readCsv(source: AsyncIterable<Uint8Array>): AsyncGenerator<RawItem, void> {
  const header: Record<string, unknown> = {};
  let columns: readonly string[] | undefined;
  let open: RawFamily | undefined;
  for await (const block of textLines(source)) {
    const families: RawFamily[] = [];
    for (const row of block) {
      if (columns !== undefined) {
        const next = toRow(row, columns);
        if (open && isSameFamily(open, next)) open = joined(open, next);
        else {
          if (open) families.push(open);
          open = next;
        }
      } else if (row.text.startsWith('#')) putHeader(header, row.text);
      else {
        const found = columnsOf(row);
        if ('rule' in found) return yield { kind: 'fault', fault: found };
        columns = found;
        yield { kind: 'header', values: header };
      }
    }
    if (families.length > 0) yield { kind: 'families', families };
  }
  if (columns === undefined) yield { kind: 'fault', fault: { rule: 'columns-wrong', place: '', line: 1 } };
  else if (open) yield { kind: 'families', families: [open] };
}

function putHeader(header: Record<string, unknown>, text: string): void {
  const [name = '', value = ''] = cellsOf(text);
  header[name.slice(1)] = name === '#count' && /^\d{1,8}$/.test(value) ? Number(value) : value;
}

function columnsOf({ text, line }: TextLine): readonly string[] | RegistrationListFault {
  const names = cellsOf(text).map((name) => name.trim());
  const wrong = names.find((name, index) => !fields.includes(name) || names.indexOf(name) !== index);
  const place = wrong ?? ['request', 'operation', 'category', 'ref'].find((name) => !names.includes(name));
  return place === undefined ? names : { rule: 'columns-wrong', place: place.slice(0, 40), line };
}

function toRow({ text, line, isTooLong }: TextLine, columns: readonly string[]): RawFamily {
  if (isTooLong) return { line, family: {}, persons: [], fault: { place: '', rule: 'line-too-long' } };
  const cells = cellsOf(text);
  const told = Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
  const some = (wanted: readonly string[]) => Object.fromEntries(wanted.map((field) => [field, told[field]]));
  const row = { line, family: some(familyFields), persons: [some(personFields)] };
  return cells.length === columns.length ? row : { ...row, fault: { place: '', rule: 'cell-count' } };
}

function isSameFamily(open: RawFamily, next: RawFamily): boolean {
  return next.family.request !== undefined && familyFields.every((field) => open.family[field] === next.family[field]);
}

/** One wrong row makes its family wrong: nobody is registered without those of the family who could not be read. */
function joined(open: RawFamily, next: RawFamily): RawFamily {
  return { ...open, persons: [...open.persons, ...next.persons], fault: open.fault ?? next.fault };
}

/** Cells between semicolons; one in quotes may hold them, and quotes by two. No cell holds the end of a line. */
function cellsOf(text: string): string[] {
  if (!text.includes('"')) return text.split(';');
  const cells = `${text};`.match(/"(?:[^"]|"")*";|[^;]*;/g) ?? [];
  return cells
    .map((cell) => cell.slice(0, -1))
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
