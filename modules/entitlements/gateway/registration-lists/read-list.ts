import {
  type FamilyFault,
  isFamilyFault,
  type RegistrationListFault,
  type RegistrationListFormat,
  RegistrationListHeader,
  readFamily,
  type StatedFamily,
} from '../../model/registration-list.ts';
import type { RawFamily, RawItem, RawReader } from './raw.ts';
import { readCsv } from './read-csv.ts';
import { readXml } from './read-xml.ts';

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
  | { readonly kind: 'fatal'; readonly fault: RegistrationListFault };

const readers: Readonly<Record<RegistrationListFormat, RawReader>> = { csv: readCsv, xml: readXml };

/** The format of a list by its first bytes, a byte-order mark allowed; undefined when it is neither. */
export function detectRegistrationListFormat(firstBytes: Uint8Array): RegistrationListFormat | undefined {
  const text = new TextDecoder('utf-8').decode(firstBytes).trimStart();
  if (text.startsWith('<')) return 'xml';
  return text.startsWith('#') ? 'csv' : undefined;
}

/**
 * Reads a list to register as a stream: `opened`, then blocks of families, each kept or refused alone, then `closed`. `fatal` is the last item
 * when the list cannot be read, or no further. Families before `startAt` are counted and passed over.
 */
export async function* readRegistrationList(
  source: AsyncIterable<Uint8Array>,
  { format, startAt = 1 }: { readonly format: RegistrationListFormat; readonly startAt?: number },
): AsyncGenerator<RegistrationListItem, void> {
  let told: number | undefined;
  let ordinal = 1;
  for await (const item of readers[format](source)) {
    if (item.kind === 'fault') return yield { kind: 'fatal', fault: item.fault };
    if (item.kind === 'header') {
      const header = toHeader(item);
      if ('rule' in header) return yield { kind: 'fatal', fault: header };
      told = header.count;
      yield { kind: 'opened', header };
    } else {
      const next = ordinal + item.families.length;
      if (next > startAt) yield { kind: 'families', ...toBlock(item.families, { ordinal, startAt }) };
      ordinal = next;
    }
  }
  if (told === ordinal - 1) yield { kind: 'closed' };
  else yield { kind: 'fatal', fault: { rule: 'count-differs', place: `${told ?? ''}/${ordinal - 1}`, line: 0 } };
}

function toHeader({ values }: Extract<RawItem, { kind: 'header' }>): RegistrationListHeader | RegistrationListFault {
  const parsed = RegistrationListHeader.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  return { rule: 'header-invalid', place: (place ?? '').slice(0, 40), line: 1 };
}

type From = { readonly ordinal: number; readonly startAt: number };

function toBlock(families: readonly RawFamily[], { ordinal, startAt }: From): RecordBlock {
  const records: ReadRecord[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (let at = Math.max(0, startAt - ordinal); at < families.length; at += 1) {
    const { line, family, persons, fault } = families[at] as RawFamily;
    const read = readFamily(family, persons);
    const place = { ordinal: ordinal + at, line };
    // What is not as the format wants is refused whatever it says; but whose it is is told, if it can be read.
    if (fault !== undefined) unreadable.push({ ...place, ...fault, request: read.request });
    else if (isFamilyFault(read)) unreadable.push({ ...place, ...read });
    else records.push({ ...place, family: read });
  }
  return { records, unreadable, next: ordinal + families.length };
}
