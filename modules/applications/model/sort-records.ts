import { type Refusal, refuse } from '#platform/refusals';
import { type AdultCard, adultCards } from './adult-cards.ts';
import { isWithin } from './intake-rules.ts';

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
  readonly territory: string;
  readonly open: boolean;
};

/** The batch the records came in: who sent it, and what the post that received it covers. */
export type Receiving = { readonly sender: string; readonly territory: string };

export type Sorted<R extends Sortable> = {
  readonly fresh: readonly R[];
  readonly refused: readonly { ordinal: number; line: number; reference: string; refusals: readonly Refusal[] }[];
  /** Sent before, word for word: nothing to do and nothing to refuse. */
  readonly repeated: number;
};

/**
 * Tells new requests from those that are here already, by what is stored and by what came earlier in the same chunk. The same reference
 * with the same words is a repetition; with other words it is refused; a head or a spouse who stands in an open request as either cannot
 * stand in a second. Its number is told, or its sender's reference when it has no number yet, unless it is a file of another territory.
 */
export function sortRecords<R extends Sortable>(records: readonly R[], known: readonly KnownFile[], batch: Receiving): Sorted<R> {
  const digests = new Map(
    known.filter((file) => file.sender === batch.sender).map((file) => [file.reference, file.declaration_digest]),
  );
  const taken = new Map<string, string | undefined>(
    known.flatMap((file) => (file.open ? file.adult_cards.map((card) => [card, nameFor(file, batch.territory)] as const) : [])),
  );
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

/** What a file may be called before a post that covers a territory; nothing when the file is none of its own. */
function nameFor({ number, territory }: KnownFile, jurisdiction: string): string | undefined {
  return isWithin(jurisdiction, territory) ? number : undefined;
}

function duplicateOf(adults: readonly AdultCard[], taken: ReadonlyMap<string, string | undefined>): Refusal | undefined {
  const known = adults.find(({ cnie }) => taken.has(cnie));
  if (known === undefined) return undefined;
  const number = taken.get(known.cnie);
  if (number === undefined) return refuse('duplicate-elsewhere', { place: known.place });
  return refuse('duplicate-household', { place: known.place, facts: { number } });
}
