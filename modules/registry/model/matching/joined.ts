import { type Known, pairKey } from './clusters.ts';

/** Two persons of whom somebody has decided. */
export type Judged = { readonly one: string; readonly other: string };

export type JoinRefusal = 'two-cards' | 'one-household' | 'kept-apart';

/**
 * Whether two persons may be held to be one, with all whom either is already one with. Whoever was kept apart stays so until that is taken
 * back; two cards are first corrected in the request that states the wrong one.
 */
export function decideJoin(
  one: readonly Known[],
  other: readonly Known[],
  keptApart: ReadonlySet<string>,
): JoinRefusal | undefined {
  for (const left of one)
    for (const right of other) {
      if (left.cnie !== null && right.cnie !== null && left.cnie !== right.cnie) return 'two-cards';
      if (left.households.some((household) => right.households.includes(household))) return 'one-household';
      if (keptApart.has(pairKey(left.person, right.person))) return 'kept-apart';
    }
  return undefined;
}

/** All who are one with somebody along the pairs held to be one person, themselves among them; in order. */
export function groupOf(person: string, same: readonly Judged[]): readonly string[] {
  const group = new Set([person]);
  for (let before = 0; before < group.size; ) {
    before = group.size;
    for (const { one, other } of same) if (group.has(one) || group.has(other)) group.add(one).add(other);
  }
  return [...group].toSorted();
}

/** Under whom a group is known: the one with a card, else who was known first. */
export function headOf(group: readonly Pick<Known, 'person' | 'cnie'>[]): string | undefined {
  const inOrder = group.toSorted((one, other) => (one.person < other.person ? -1 : 1));
  return (inOrder.find(({ cnie }) => cnie !== null) ?? inOrder[0])?.person;
}
