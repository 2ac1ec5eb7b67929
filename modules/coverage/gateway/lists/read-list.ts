import { type CoverLine, CoverListHeader, type LineFault, type ListFault, type ListFormat } from '../../model/cover-list.ts';
import { isFault, readLine } from '../../model/read-line.ts';
import type { RawItem, RawLine, RawReader } from './raw.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';
import { readXml } from './read-xml.ts';

export type ReadCover = CoverLine & { readonly ordinal: number; readonly line: number };
export type RefusedLine = LineFault & { readonly ordinal: number; readonly line: number };

/** Lines in the order of the list; `next` is the ordinal after the last of them. */
export type LineBlock = {
  readonly covers: readonly ReadCover[];
  readonly refused: readonly RefusedLine[];
  readonly next: number;
};

export type ListItem =
  | { readonly kind: 'opened'; readonly header: CoverListHeader }
  | (LineBlock & { readonly kind: 'lines' })
  | { readonly kind: 'closed' }
  | { readonly kind: 'fatal'; readonly fault: ListFault };

const readers: Readonly<Record<ListFormat, RawReader>> = { csv: readCsv, xml: readXml, ndjson: readNdjson };

/**
 * Reads a list as a stream: `opened`, then blocks of lines, each line kept or refused alone, then `closed`. `fatal` is the last item when
 * the list cannot be read, or no further. Lines before `startAt` are counted and passed over.
 */
export async function* readList(
  source: AsyncIterable<Uint8Array>,
  { format, startAt = 1 }: { readonly format: ListFormat; readonly startAt?: number },
): AsyncGenerator<ListItem, void> {
  let header: CoverListHeader | undefined;
  let ordinal = 1;
  for await (const item of readers[format](source)) {
    if (item.kind === 'fault') return yield { kind: 'fatal', fault: item.fault };
    if (item.kind === 'header') {
      const opened = toHeader(item);
      if ('rule' in opened) return yield { kind: 'fatal', fault: opened };
      header = opened;
      yield { kind: 'opened', header };
    } else if (header !== undefined) {
      const next = ordinal + item.lines.length;
      if (next > startAt) yield { kind: 'lines', ...toBlock(header.kind, item.lines, { ordinal, startAt }) };
      ordinal = next;
    }
  }
  const found = ordinal - 1;
  if (header?.count === found) yield { kind: 'closed' };
  else yield { kind: 'fatal', fault: { rule: 'count-differs', place: `${header?.count ?? ''}/${found}`, line: 0 } };
}

function toHeader({ values }: Extract<RawItem, { kind: 'header' }>): CoverListHeader | ListFault {
  const parsed = CoverListHeader.safeParse(values);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  return { rule: 'header-invalid', place: (place ?? '').slice(0, 40), line: 1 };
}

type From = { readonly ordinal: number; readonly startAt: number };

function toBlock(kind: CoverListHeader['kind'], lines: readonly RawLine[], { ordinal, startAt }: From): LineBlock {
  const covers: ReadCover[] = [];
  const refused: RefusedLine[] = [];
  for (let at = Math.max(0, startAt - ordinal); at < lines.length; at += 1) {
    const { line, texts, fault } = lines[at] as RawLine;
    const read = readLine(kind, texts);
    const place = { ordinal: ordinal + at, line };
    // A line that is not as the format wants is refused whatever it says; but whom it speaks of is told, if it can be read.
    if (fault !== undefined) refused.push({ ...place, ...fault, member: read.member });
    else if (isFault(read)) refused.push({ ...place, ...read });
    else covers.push({ ...place, ...read });
  }
  return { covers, refused, next: ordinal + lines.length };
}
