import { readElements } from './read-elements.ts';
import { readObjects } from './read-objects.ts';
import { readRows } from './read-rows.ts';
import type { ListFault, ListFormat, ListHeader, ListShape, RawItem, RawReader, RawRecord } from './shape.ts';

/** Records in the order of the list: `first` is the ordinal of the first of them, `next` that after the last. */
export type RecordBlock = { readonly records: readonly RawRecord[]; readonly first: number; readonly next: number };

export type ListItem<Header> =
  | { readonly kind: 'opened'; readonly header: Header }
  | (RecordBlock & { readonly kind: 'records' })
  | { readonly kind: 'closed' }
  | { readonly kind: 'fatal'; readonly fault: ListFault };

type RawHeader = Extract<RawItem, { kind: 'header' }>;

const readers: Readonly<Record<ListFormat, RawReader>> = { csv: readRows, xml: readElements, ndjson: readObjects };

/**
 * Reads a list as a stream: `opened`, then blocks of records as they are written, then `closed`. `fatal` is the last item when the list cannot
 * be read, or no further, or tells another number of records than its header. Records before `startAt` are counted and passed over.
 */
export async function* readList<Header extends ListHeader>(
  source: AsyncIterable<Uint8Array>,
  shape: ListShape<Header>,
  { format, startAt = 1 }: { readonly format: ListFormat; readonly startAt?: number | undefined },
): AsyncGenerator<ListItem<Header>, void> {
  let header: Header | undefined;
  let ordinal = 1;
  for await (const item of readers[format](source, shape)) {
    if (item.kind === 'fault') return yield { kind: 'fatal', fault: item.fault };
    if (item.kind === 'header') {
      const opened = toHeader(shape, item);
      if ('fault' in opened) return yield { kind: 'fatal', fault: opened.fault };
      header = opened.header;
      yield { kind: 'opened', header };
    } else {
      const next = ordinal + item.records.length;
      const first = Math.max(ordinal, startAt);
      if (next > startAt) yield { kind: 'records', records: item.records.slice(first - ordinal), first, next };
      ordinal = next;
    }
  }
  const found = ordinal - 1;
  if (header?.count === found) yield { kind: 'closed' };
  else yield { kind: 'fatal', fault: { rule: 'count-differs', place: `${header?.count ?? ''}/${found}`, line: 0 } };
}

function toHeader<Header extends ListHeader>(shape: ListShape<Header>, { values, lines }: RawHeader) {
  const parsed = shape.header.safeParse(values);
  if (parsed.success) return { header: parsed.data };
  const [issue] = parsed.error.issues;
  const place = (issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.')) ?? '';
  const fault: ListFault = { rule: 'header-invalid', place: place.slice(0, 40), line: lines?.get(place) ?? 1 };
  return { fault };
}
