import { type Refusal, refuse } from '#platform/refusals';

/** What sorting needs of a record: who sent it under which name, whose card heads it, what it says. */
export type Sortable = {
  readonly ordinal: number;
  readonly line: number;
  readonly reference: string;
  readonly digest: string;
  readonly declaration: { readonly members: readonly { readonly cnie?: string | undefined }[] };
};

export type KnownFile = {
  readonly sender: string;
  readonly reference: string;
  readonly head_cnie: string | null;
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
 * with the same words is a repetition; with other words it is refused; a head who has an open request cannot open a second, and is told
 * its number, or its sender's reference when it has no number yet.
 */
export function sortRecords<R extends Sortable>(records: readonly R[], known: readonly KnownFile[], sender: string): Sorted<R> {
  const digests = new Map(
    known.filter((file) => file.sender === sender).map((file) => [file.reference, file.declaration_digest]),
  );
  const openHeads = new Map(
    known.flatMap((file) => (file.open && file.head_cnie ? [[file.head_cnie, file.number] as const] : [])),
  );
  const fresh: R[] = [];
  const refused: { ordinal: number; line: number; reference: string; refusals: readonly Refusal[] }[] = [];
  let repeated = 0;
  for (const record of records) {
    const card = record.declaration.members[0]?.cnie;
    const digest = digests.get(record.reference);
    const refusal = digest === undefined ? duplicateOf(card, openHeads) : refuse('reference-reused', { place: 'reference' });
    if (digest === record.digest) repeated += 1;
    else if (refusal)
      refused.push({ ordinal: record.ordinal, line: record.line, reference: record.reference, refusals: [refusal] });
    else {
      fresh.push(record);
      digests.set(record.reference, record.digest);
      if (card) openHeads.set(card, record.reference);
    }
  }
  return { fresh, refused, repeated };
}

function duplicateOf(card: string | undefined, openHeads: ReadonlyMap<string, string>): Refusal | undefined {
  const number = card === undefined ? undefined : openHeads.get(card);
  return number === undefined ? undefined : refuse('duplicate-household', { place: 'members[0].cnie', facts: { number } });
}
