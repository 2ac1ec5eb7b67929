import { type Refusal, refuse } from '#platform/refusals';
import { type AdultCard, adultCards } from './adult-cards.ts';

/** What sorting needs of a record: who sent it under which name, whose cards are in it, what it says. */
export type Sortable = {
  readonly ordinal: number;
  readonly line: number;
  readonly reference: string;
  readonly digest: string;
  readonly declaration: { readonly members: Parameters<typeof adultCards>[0] };
};

export type KnownFile = {
  readonly sender: string;
  readonly reference: string;
  readonly adult_cards: readonly string[];
  readonly declaration_digest: string;
  readonly number: string;
  readonly open: boolean;
};

export type Sorted<R extends Sortable> = {
  readonly fresh: readonly R[];
  readonly refused: readonly { ordinal: number; line: number; reference: string; refusals: readonly Refusal[] }[];
  /** Sent before, word for word: nothing to do and nothing to refuse. */
  readonly repeated: number;
};

/**
 * Tells new requests from those that are here already, by what is stored and by what came earlier in the same chunk. The same reference
 * with the same words is a repetition; with other words it is refused; a head or a spouse who stands in an open request as either cannot
 * stand in a second, and its number is told, or its sender's reference when it has no number yet.
 */
export function sortRecords<R extends Sortable>(records: readonly R[], known: readonly KnownFile[], sender: string): Sorted<R> {
  const digests = new Map(
    known.filter((file) => file.sender === sender).map((file) => [file.reference, file.declaration_digest]),
  );
  const taken = new Map(known.flatMap((file) => (file.open ? file.adult_cards.map((card) => [card, file.number] as const) : [])));
  const fresh: R[] = [];
  const refused: { ordinal: number; line: number; reference: string; refusals: readonly Refusal[] }[] = [];
  let repeated = 0;
  for (const record of records) {
    const adults = adultCards(record.declaration.members);
    const digest = digests.get(record.reference);
    const refusal = digest === undefined ? duplicateOf(adults, taken) : refuse('reference-reused', { place: 'reference' });
    if (digest === record.digest) repeated += 1;
    else if (refusal)
      refused.push({ ordinal: record.ordinal, line: record.line, reference: record.reference, refusals: [refusal] });
    else {
      fresh.push(record);
      digests.set(record.reference, record.digest);
      for (const { cnie } of adults) taken.set(cnie, record.reference);
    }
  }
  return { fresh, refused, repeated };
}

function duplicateOf(adults: readonly AdultCard[], taken: ReadonlyMap<string, string>): Refusal | undefined {
  const known = adults.find(({ cnie }) => taken.has(cnie));
  if (known === undefined) return undefined;
  return refuse('duplicate-household', { place: known.place, facts: { number: taken.get(known.cnie) ?? '' } });
}
