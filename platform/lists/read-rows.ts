import { headerValue, type ListFault, type ListShape, type RawItem, type RawRecord, type Texts } from './shape.ts';
import { splitRow } from './split-row.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** `#name;value` rows for the header, one row of column names in any order, then the records. */
export async function* readRows(source: AsyncIterable<Uint8Array>, shape: ListShape): AsyncGenerator<RawItem, void> {
  const header: Record<string, unknown> = {};
  const lines = new Map<string, number>();
  let rows: Rows | undefined;
  for await (const block of textLines(source)) {
    const records: RawRecord[] = [];
    for (const row of block) {
      if (rows !== undefined) rows.take(row, records);
      else if (/^"?#/.test(row.text)) lines.set(putHeader(header, row.text), row.line);
      else {
        const columns = columnsOf(row, shape);
        if ('rule' in columns) return yield { kind: 'fault', fault: columns };
        rows = rowsOf(columns, shape);
        yield { kind: 'header', values: header, lines };
      }
    }
    if (records.length > 0) yield { kind: 'records', records };
  }
  if (rows === undefined) return yield { kind: 'fault', fault: { rule: 'columns-wrong', place: '', line: 1 } };
  const last = rows.end();
  if (last !== undefined) yield { kind: 'records', records: [last] };
}

/** `take` puts each record into `records` once it is whole; `end` gives the one that no other row has closed. */
type Rows = { take(row: TextLine, records: RawRecord[]): void; end(): RawRecord | undefined };

/** Returns the name whose value the row tells. */
function putHeader(header: Record<string, unknown>, text: string): string {
  const [first = '', value = ''] = cellsOf(text);
  const name = first.slice(1);
  header[name] = headerValue(name, value);
  return name;
}

function columnsOf({ text, line }: TextLine, { record, part, columns }: ListShape): readonly string[] | ListFault {
  const fields = [...record.fields, ...(part?.fields ?? [])];
  const names = cellsOf(text).map((name) => name.trim());
  const wrong = names.find((name, index) => !fields.includes(name) || names.indexOf(name) !== index);
  const place = wrong ?? columns.find((name) => !names.includes(name));
  return place === undefined ? names : { rule: 'columns-wrong', place: place.slice(0, 40), line };
}

/** What stands before the records is judged by its names: quotes that are wrong leave a name that nobody knows. */
function cellsOf(text: string): readonly string[] {
  const cells = splitRow(text, ';');
  return typeof cells === 'string' ? text.split(';') : cells;
}

function rowsOf(columns: readonly string[], shape: ListShape): Rows {
  return shape.part === undefined ? rowsAlone(columns) : rowsTogether(columns, shape);
}

/** Every row is a record. Tens of millions come this way. */
function rowsAlone(columns: readonly string[]): Rows {
  return {
    take: (row, records) => {
      records.push(toRecord(row, columns));
    },
    end: () => undefined,
  };
}

/** A row is a part; those that follow each other with the same values of the record are one record. */
function rowsTogether(columns: readonly string[], { record, part, columns: [key] }: ListShape): Rows {
  let open: RawRecord | undefined;
  return {
    take: (row, records) => {
      const { line, texts, fault } = toRecord(row, columns);
      const own = some(texts, record.fields);
      const parts = row.isTooLong ? [] : [some(texts, part?.fields ?? [])];
      if (open !== undefined && own[key] !== undefined && record.fields.every((field) => open?.texts[field] === own[field])) {
        // One wrong row makes its record wrong: nothing is taken without the parts that could not be read.
        open = { ...open, parts: [...open.parts, ...parts], fault: open.fault ?? fault };
        return;
      }
      if (open !== undefined) records.push(open);
      open = { line, texts: own, parts, fault };
    },
    end: () => open,
  };
}

const none: readonly Texts[] = [];

function toRecord({ text, line, isTooLong }: TextLine, columns: readonly string[]): RawRecord {
  if (isTooLong) return { line, texts: {}, parts: none, fault: { place: '', rule: 'line-too-long' } };
  const split = splitRow(text, ';');
  const cells = typeof split === 'string' ? text.split(';') : split;
  const texts: Record<string, string | undefined> = {};
  for (let at = 0; at < columns.length; at += 1) texts[columns[at] as string] = cells[at];
  if (typeof split === 'string') return { line, texts, parts: none, fault: { place: '', rule: 'quotes-wrong' } };
  if (cells.length === columns.length) return { line, texts, parts: none };
  return { line, texts, parts: none, fault: { place: '', rule: 'cell-count' } };
}

function some(texts: Texts, fields: readonly string[]): Texts {
  const found: Record<string, string | undefined> = {};
  for (const field of fields) found[field] = texts[field];
  return found;
}
