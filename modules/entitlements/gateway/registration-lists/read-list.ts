import { type ListFault, type RawRecord, readList } from '#platform/lists';
import {
  type FamilyFault,
  type FamilyRule,
  isFamilyFault,
  type RegistrationListFormat,
  type RegistrationListHeader,
  readFamily,
  type StatedFamily,
} from '../../model/registration-list.ts';
import { registrationListShape } from './shape.ts';

/** Where a record stands: the how-manieth family of the list, and the line of the file on which it begins. */
export type RecordPlace = { readonly ordinal: number; readonly line: number };
export type ReadRecord = RecordPlace & { readonly family: StatedFamily };
export type UnreadableRecord = RecordPlace & FamilyFault;

/** Families in the order of the list; `next` is the ordinal after the last of them. */
export type RecordBlock = {
  readonly records: readonly ReadRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly next: number;
};

export type RegistrationListItem =
  | { readonly kind: 'opened'; readonly header: RegistrationListHeader }
  | (RecordBlock & { readonly kind: 'families' })
  | { readonly kind: 'closed' }
  | { readonly kind: 'fatal'; readonly fault: ListFault };

/**
 * Reads a list to register as a stream: `opened`, then blocks of families, each kept or refused alone, then `closed`. `fatal` is the last item
 * when the list cannot be read, or no further. Families before `startAt` are counted and passed over.
 */
export async function* readRegistrationList(
  source: AsyncIterable<Uint8Array>,
  reading: { readonly format: RegistrationListFormat; readonly startAt?: number },
): AsyncGenerator<RegistrationListItem, void> {
  for await (const item of readList(source, registrationListShape, reading)) {
    if (item.kind === 'records') yield { kind: 'families', ...toBlock(item.records, item.first), next: item.next };
    else yield item;
  }
}

function toBlock(families: readonly RawRecord[], first: number): Omit<RecordBlock, 'next'> {
  const records: ReadRecord[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const [at, { line, texts, parts, fault }] of families.entries()) {
    const read = readFamily(texts, parts);
    const place = { ordinal: first + at, line };
    // What is not as the format wants is refused whatever it says; but whose it is is told, if it can be read.
    if (fault !== undefined) unreadable.push({ ...place, place: '', rule: ruleOf(fault), request: read.request });
    else if (isFamilyFault(read)) unreadable.push({ ...place, ...read });
    else records.push({ ...place, family: read });
  }
  return { records, unreadable };
}

function ruleOf({ rule }: NonNullable<RawRecord['fault']>): FamilyRule {
  if (rule === 'json-malformed') throw new Error('no list to register is read as JSON');
  return rule;
}
