import type { MemberInShort, PaperRules } from '../needed-papers.ts';

/** A family counted, without a name or a birth date: what the trial and the list of papers ask. */
export type FamilyCounts = {
  readonly spouses: number;
  /** Own children: under the age of the card, from there to the age of leaving the household, and beyond it in studies. */
  readonly children: number;
  readonly grown: number;
  readonly students: number;
  /** Of the own children, or older than all of them, those with a disability. */
  readonly disabled: number;
  /** Whether somebody else has one: it counts in the means, and needs no paper. */
  readonly adultDisabled?: boolean;
  readonly fostered: number;
  /** Parents, brothers and others who live there: they count in the dwelling, and ask for themselves. */
  readonly others: number;
  /** Whether somebody of the family has an employer who pays a wage. */
  readonly wage?: boolean;
};

/**
 * The people that are counted, the applicant first, each with an age that stands for the bracket: old enough for its bracket and no older.
 * A child with a disability is first one of those counted, and else one that has outgrown the brackets.
 */
export function membersCounted(counts: FamilyCounts, rules: Pick<PaperRules, 'cardAge' | 'childAge'>): readonly MemberInShort[] {
  const { cardAge, childAge } = rules;
  const own = [
    ...many(counts.children, { relation: 'child' as const, age: Math.floor(cardAge / 2) }),
    ...many(counts.grown, { relation: 'child' as const, age: cardAge }),
    ...many(counts.students, { relation: 'child' as const, age: childAge + 1, schooling: 'public' as const }),
  ];
  const outgrown = many(Math.max(0, counts.disabled - own.length), { relation: 'child' as const, age: childAge + 10 });
  const children = [...own, ...outgrown].map((child, index) => ({ ...child, disabled: index < counts.disabled }));
  const wage = counts.wage ? { earns: true, occupation: 'other' as const } : {};
  return [
    { relation: 'head' as const, age: 40, disabled: counts.adultDisabled === true, ...wage },
    ...many(counts.spouses, { relation: 'spouse' as const, age: 40, disabled: false }),
    ...children,
    ...many(counts.fostered, { relation: 'fostered_child' as const, age: Math.floor(cardAge / 2), disabled: false }),
    ...many(counts.others, { relation: 'other' as const, age: 60, disabled: false }),
  ].map((member, index) => ({ ...member, ref: index + 1 }));
}

function many<T>(count: number, one: T): readonly T[] {
  return Array.from({ length: count }, () => one);
}
