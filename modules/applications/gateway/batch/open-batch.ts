import { SaxesParser, type SaxesTagNS } from 'saxes';
import { detectListFormat, splitRow } from '#platform/lists';
import { refuse } from '#platform/refusals';
import type { IntakeRefusal, IntakeRule } from '../../model/intake-rules.ts';
import { type BatchFormat, BatchHeader, batchNamespace } from './batch.ts';
import type { ByteWindow } from './byte-window.ts';
import { declarationColumns } from './csv-columns.ts';
import { type FileColumn, fromCell, readCsvRecord } from './csv-record.ts';
import { csvFramer } from './csv-row.ts';
import { byteOrderMark, foreignEncoding } from './encoding.ts';
import { FrameReader } from './frame.ts';
import { ndjsonFramer } from './ndjson-framer.ts';
import { xmlBodyFramer, xmlPrologFramer, xmlTrailerFramer } from './xml-framer.ts';
import { xmlRecordReader } from './xml-record.ts';

/** The values a record stands for, and the first reason why they may not be whole. */
export type Reading = { readonly values?: unknown; readonly refusal?: IntakeRefusal };

/** A batch whose header was read: its records come from `frames`, and `read` understands the text of one. */
export type OpenBatch = {
  readonly header: BatchHeader;
  readonly frames: FrameReader;
  readonly read: (text: string, line: number) => Reading;
};

/** Reads what stands before the first request. Refuses what is not a `ramed.batch/1` in UTF-8. */
export async function openBatch(
  window: ByteWindow,
  format: BatchFormat | 'auto',
  limit: number,
): Promise<OpenBatch | IntakeRefusal> {
  while (!window.ended && window.bytes.length < enoughToTell) await window.grow();
  const encoding = foreignEncoding(window.bytes);
  if (encoding !== undefined) return refuse('encoding', { facts: { found: encoding } });
  if (window.bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark)) window.drop(byteOrderMark.length);
  const found = format === 'auto' ? detectListFormat(window.bytes) : format;
  return found === undefined ? refuse('format-unknown') : await openers[found](window, limit);
}

const enoughToTell = 512;

const openers = { xml: openXml, ndjson: openNdjson, csv: openCsv } as const;

async function openNdjson(window: ByteWindow, limit: number): Promise<OpenBatch | IntakeRefusal> {
  const frames = new FrameReader(window, ndjsonFramer, limit);
  const first = await frames.next();
  if (first.found !== 'record') return first.found === 'fatal' ? first.refusal : refuse('header-missing');
  const { values, refusal } = readJson(first.bytes.toString());
  return refusal === undefined ? opened(values, { frames, read: readJson }) : refuse('header-missing');
}

function readJson(text: string): Reading {
  try {
    return { values: JSON.parse(text) };
  } catch (error) {
    return {
      refusal: refuse('json-malformed', { facts: { detail: error instanceof Error ? withoutExtract(error.message) : '' } }),
    };
  }
}

/** The engine quotes the text around the fault, which may hold personal data. */
function withoutExtract(message: string): string {
  return message.replace(/, (\.\.\.)?".*$/s, '').slice(0, 120);
}

async function openXml(window: ByteWindow, limit: number): Promise<OpenBatch | IntakeRefusal> {
  const frames = new FrameReader(window, xmlPrologFramer, limit);
  const first = await frames.next();
  if (first.found !== 'record') return first.found === 'fatal' ? first.refusal : refuse('header-missing');
  const root = readRoot(first.bytes.toString());
  if (root === undefined) return refuse('xml-malformed');
  if (root.local !== 'batch' || root.uri !== batchNamespace)
    return refuse('header-missing', { facts: { found: root.name.slice(0, 80) } });
  frames.use(root.isSelfClosing ? xmlTrailerFramer : xmlBodyFramer(root.name));
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
  return opened(headerOf(root), { frames, read: xmlRecordReader(prefix) });
}

function readRoot(tag: string): SaxesTagNS | undefined {
  let root: SaxesTagNS | undefined;
  let malformed = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (found) => {
    root = found;
  });
  parser.on('error', () => {
    malformed = true;
  });
  parser.write(tag);
  return malformed ? undefined : root;
}

function headerOf({ attributes }: SaxesTagNS): Readonly<Record<string, unknown>> {
  const own = Object.values(attributes).filter(({ uri, prefix, local }) => uri === '' && prefix === '' && local !== 'xmlns');
  return Object.fromEntries(own.map(({ local, value }) => [local, local === 'count' ? numberIn(value) : value]));
}

async function openCsv(window: ByteWindow, limit: number): Promise<OpenBatch | IntakeRefusal> {
  const frames = new FrameReader(window, csvFramer(';', 0), limit);
  const header: Record<string, unknown> = {};
  for (let delimiter = ''; ; ) {
    const frame = await frames.next();
    if (frame.found !== 'record' || frame.fault !== undefined)
      return frame.found === 'fatal' ? frame.refusal : refuse('header-missing');
    const text = frame.bytes.toString();
    delimiter ||= /^"?#schema"?([;,\t])/.exec(text)?.[1] ?? '';
    const cells = delimiter === '' ? undefined : splitRow(text, delimiter);
    if (cells === undefined || typeof cells === 'string') return refuse('header-missing');
    const [first = '', second = ''] = cells.map((cell) => cell.trim());
    if (!first.startsWith('#'))
      return openRows(frames, { header, names: cells.map((cell) => cell.trim().toLowerCase()), delimiter });
    header[first.slice(1)] = headerCell(first, second);
    frames.use(csvFramer(delimiter, 0));
  }
}

function headerCell(key: string, cell: string): unknown {
  return key === '#count' ? numberIn(cell) : key === '#created_on' ? fromCell('date', cell, ';') : cell;
}

type Rows = { readonly header: unknown; readonly names: readonly string[]; readonly delimiter: string };

function openRows(frames: FrameReader, { header, names, delimiter }: Rows): OpenBatch | IntakeRefusal {
  const columns = names.map(columnNamed);
  const refused = (rule: IntakeRule, column: string) =>
    refuse(rule, { place: column.slice(0, 80), facts: { column: column.slice(0, 80) } });
  for (const [index, name] of names.entries()) {
    if (columns[index] === undefined) return refused('column-unknown', name);
    if (names.indexOf(name) !== index) return refused('column-repeated', name);
  }
  if (!names.includes('reference')) return refused('column-missing', 'reference');
  frames.use(csvFramer(delimiter, names.length));
  const read = (text: string): Reading => {
    const cells = splitRow(text, delimiter);
    return typeof cells === 'string'
      ? { refusal: refuse(cells) }
      : readCsvRecord(cells, columns as readonly FileColumn[], delimiter);
  };
  return opened(header, { frames, read });
}

let knownColumns: ReadonlyMap<string, FileColumn> | undefined;

function columnNamed(name: string): FileColumn | undefined {
  knownColumns ??= new Map<string, FileColumn>([
    ...['reference', 'kind'].map((key) => [key, { name: key, envelope: true }] as const),
    ...declarationColumns(mostMembers).map((column) => [column.name, column] as const),
  ]);
  return knownColumns.get(name);
}

/** As many as the declaration's schema takes. */
const mostMembers = 60;

function opened(values: unknown, batch: Omit<OpenBatch, 'header'>): OpenBatch | IntakeRefusal {
  const header = BatchHeader.safeParse(values);
  if (header.success) return { header: header.data, ...batch };
  const issue = header.error.issues[0];
  const place = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  return refuse('header-invalid', { place: (place ?? '').slice(0, 80) });
}

function numberIn(text: string): number | string {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : text;
}
