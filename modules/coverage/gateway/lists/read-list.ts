import { type ListFault, type ListFormat, type RawRecord, readList as readRecords } from '#platform/lists';
import type { CoverLine, CoverListHeader, LineFault } from '../../model/cover-list.ts';
import { isFault, readLine } from '../../model/read-line.ts';
import { coverListShape } from './shape.ts';

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

/**
 * Reads a list as a stream: `opened`, then blocks of lines, each line kept or refused alone, then `closed`. `fatal` is the last item when
 * the list cannot be read, or no further. Lines before `startAt` are counted and passed over.
 */
export async function* readList(
  source: AsyncIterable<Uint8Array>,
  reading: { readonly format: ListFormat; readonly startAt?: number },
): AsyncGenerator<ListItem, void> {
  let kind: CoverListHeader['kind'] = 'full';
  for await (const item of readRecords(source, coverListShape, reading)) {
    if (item.kind === 'opened') kind = item.header.kind;
    if (item.kind === 'records') yield { kind: 'lines', ...toBlock(kind, item.records, item.first), next: item.next };
    else yield item;
  }
}

function toBlock(kind: CoverListHeader['kind'], records: readonly RawRecord[], first: number): Omit<LineBlock, 'next'> {
  const covers: ReadCover[] = [];
  const refused: RefusedLine[] = [];
  for (let at = 0; at < records.length; at += 1) {
    const { line, texts, fault } = records[at] as RawRecord;
    const read = readLine(kind, texts);
    const place = { ordinal: first + at, line };
    // A line that is not as the format wants is refused whatever it says; but whom it speaks of is told, if it can be read.
    if (fault !== undefined) refused.push({ ...place, ...fault, member: read.member });
    else if (isFault(read)) refused.push({ ...place, ...read });
    else covers.push({ ...place, ...read });
  }
  return { covers, refused };
}
