import { batchSchema } from './batch.ts';
import type { Column } from './csv-columns.ts';
import { declarationColumns } from './csv-columns.ts';
import { textOf } from './leaf-text.ts';
import type { BatchWriter } from './write-batch.ts';

/** `ramed.batch/1` as CSV: `#` lines for the header, one row of column names, one row a request; `;`, CRLF, a byte-order mark for spreadsheets. */
export function csvWriter(members: number): BatchWriter {
  const columns = declarationColumns(members);
  return {
    header: (meta) =>
      `\ufeff${Object.entries({ schema: batchSchema, ...meta })
        .map(([key, value]) => row([`#${key}`, String(value)]))
        .join('')}${row(['reference', 'kind', ...columns.map((column) => column.name)])}`,
    record: ({ reference, declaration }) => {
      if (declaration.members.length > members) {
        throw new RangeError(`a household of ${declaration.members.length} in a file with columns for ${members}`);
      }
      return row([reference, 'new', ...columns.map((column) => cell(declaration, column))]);
    },
    footer: () => '',
  };
}

function cell(declaration: unknown, { path }: Column): string {
  let value: unknown = declaration;
  for (const key of path) {
    value = (value as Readonly<Record<string | number, unknown>>)[key];
    if (value === undefined) return '';
  }
  return textOf(value);
}

function row(cells: readonly string[]): string {
  return `${cells.map(quoted).join(';')}\r\n`;
}

function quoted(text: string): string {
  return /[";,\r\n]|^[\s#]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
