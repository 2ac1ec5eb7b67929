import { refuse } from '#platform/refusals';
import type { IntakeRefusal } from '../../model/intake-rules.ts';
import type { Column, ColumnPath } from './csv-columns.ts';
import { fromText } from './leaf-text.ts';
import type { Leaf } from './shape.ts';

/** A column of the file: a value of the declaration, or of the envelope (`reference`, `kind`). */
export type FileColumn = Column | { readonly name: string; readonly envelope: true };

export type CsvRecord = { readonly values: Readonly<Record<string, unknown>>; readonly refusal?: IntakeRefusal };

/** The values that the cells of one row stand for. An empty cell is not declared. */
export function readCsvRecord(cells: readonly string[], columns: readonly FileColumn[], delimiter: string): CsvRecord {
  const declaration: Values = { schema: 'ramed.declaration/1' };
  const values: Values = { declaration };
  if (cells.length !== columns.length) {
    return { values, refusal: refuse('cell-count', { facts: { cells: cells.length, columns: columns.length } }) };
  }
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '' || cell.trim() === '') continue;
    if ('envelope' in column) values[column.name] = cell.trim();
    else put(declaration, column.path, fromCell(column.leaf, cell, delimiter));
  }
  const skipped = firstHole(declaration.members);
  if (skipped === undefined) return { values };
  return { values, refusal: refuse('member-skipped', { place: `members[${skipped}]`, facts: { member: skipped + 1 } }) };
}

/** As {@link fromText}, and as a spreadsheet in French writes it: `oui`, `VRAI`, `22/11/2026`, and `3,5` where `,` parts no cells. */
export function fromCell(leaf: Leaf, cell: string, delimiter: string): string | number | boolean | null {
  const word = cell.trim();
  if (leaf === 'boolean') return words[word.toLowerCase()] ?? fromText(leaf, word);
  if (leaf === 'date') return word.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');
  if (leaf === 'number' && delimiter !== ',') return fromText(leaf, word.replace(/^(\d+),(\d+)$/, '$1.$2'));
  return fromText(leaf, cell);
}

type Values = Record<string, unknown>;

const words: Readonly<Record<string, boolean>> = {
  oui: true,
  vrai: true,
  yes: true,
  true: true,
  نعم: true,
  non: false,
  faux: false,
  no: false,
  false: false,
  لا: false,
};

function put(declaration: Values, path: ColumnPath, value: unknown): void {
  let parent: Values = declaration;
  for (let index = 0; index < path.length - 1; index += 1) {
    const key = path[index] as string;
    parent[key] ??= empty(path, index);
    parent = parent[key] as Values;
  }
  parent[path[path.length - 1] as string] = value;
}

/** A list before a number, and a member knows its place. */
function empty(path: ColumnPath, index: number): unknown {
  if (typeof path[index + 1] === 'number') return [];
  const place = path[index];
  return typeof place === 'number' ? { ref: place + 1 } : {};
}

/** A list filled out of order has places where nothing was ever put. */
function firstHole(members: unknown): number | undefined {
  if (!Array.isArray(members)) return undefined;
  for (let index = 0; index < members.length; index += 1) if (!(index in members)) return index;
  return undefined;
}
