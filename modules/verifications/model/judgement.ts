import type { Difference } from './checks.ts';

/** What an officer may find of a difference: the register and the request speak of one person, or of two. */
export const verdicts = ['same-person', 'not-the-same'] as const;
export type Verdict = (typeof verdicts)[number];

/** On what an officer goes by: each said by `verifications.settled-by.<reason>`. */
export const settlingReasons = [
  'paper-seen',
  'other-spelling',
  'slip-of-the-register',
  'other-person',
  'heard-citizen',
  'other',
] as const;

export type Judgement = {
  readonly partner: string;
  readonly ref: number;
  readonly field: Difference['field'];
  readonly verdict: Verdict;
};

/** A difference as it stands in a check: what officers judge. */
export type FoundDifference = Difference & { readonly partner: string };

/**
 * What a verdict does. The same person: the difference is settled for these two values. Another person under this cover: the cover does not
 * count. Another person under this card: the identity is not proved, so the register is asked again, with what was corrected meanwhile.
 */
export function settles({ field, verdict }: Pick<Judgement, 'field' | 'verdict'>): boolean {
  return verdict === 'same-person' || field === 'cover';
}

/** The verdict of a list of judgements about a difference; two covers of one member at one partner are judged together. */
export function verdictOn(judgements: readonly Judgement[], { partner, ref, field }: FoundDifference): Verdict | undefined {
  return judgements.find((one) => one.partner === partner && one.ref === ref && one.field === field)?.verdict;
}
