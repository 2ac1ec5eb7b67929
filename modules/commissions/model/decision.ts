import { type Refusal, refuse } from '#platform/refusals';

export const outcomes = ['poor', 'vulnerable', 'refused', 'adjourned', 'enquiry'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the score proposes for a file. */
export type Proposal = 'poor' | 'vulnerable' | 'not_eligible';

/** Why a commission decides as it does; which outcomes each reason can carry, and whether it can carry one against the score. */
const reasons = {
  'as-scored': { outcomes: ['poor', 'vulnerable', 'refused'], againstScore: false },
  'resources-understated': { outcomes: ['refused', 'vulnerable'], againstScore: true },
  'resources-overstated': { outcomes: ['poor', 'vulnerable'], againstScore: true },
  'hardship-known-locally': { outcomes: ['poor', 'vulnerable'], againstScore: true },
  'household-not-as-declared': { outcomes: ['refused'], againstScore: true },
  'covered-elsewhere': { outcomes: ['refused'], againstScore: true },
  'papers-awaited': { outcomes: ['adjourned'], againstScore: false },
  'member-absent': { outcomes: ['adjourned'], againstScore: false },
  /** No ruling of the commission: too few sit for this file, now and perhaps for good, and the others are not to wait for it. */
  'quorum-lacking': { outcomes: ['adjourned'], againstScore: false },
  'living-conditions-to-see': { outcomes: ['enquiry'], againstScore: false },
  /** The law's own, where a delay is over without a word: no ruling can carry it. */
  silence: { outcomes: [], againstScore: false },
} as const satisfies Record<string, { readonly outcomes: readonly Outcome[]; readonly againstScore: boolean }>;

export type ReasonCode = keyof typeof reasons;
export const reasonCodes = Object.keys(reasons) as [ReasonCode, ...ReasonCode[]];

/** The one reason that needs no quorum, and that no commission can give that has one. */
export const QUORUM_LACKING = 'quorum-lacking' satisfies ReasonCode;

export type DecisionRefusal = 'reason-does-not-fit' | 'reason-needed-against-score';

export type Ruling = { readonly againstScore: boolean };

/** Whether a reason can carry an outcome for a file the score proposed so. A decision against the score needs a reason of its own. */
export function decideRuling(proposal: Proposal, outcome: Outcome, reason: ReasonCode): Ruling | Refusal<DecisionRefusal> {
  const { outcomes: allowed, againstScore: mayDiffer } = reasons[reason];
  if (!(allowed as readonly Outcome[]).includes(outcome))
    return refuse('reason-does-not-fit', { place: 'reason', facts: { reason, outcome } });
  if (outcome === 'adjourned' || outcome === 'enquiry') return { againstScore: false };
  const againstScore = outcome !== asProposed(proposal);
  if (againstScore && !mayDiffer) return refuse('reason-needed-against-score', { place: 'reason', facts: { proposal, outcome } });
  return { againstScore };
}

/** Whether a decision settles the file; adjourned, or sent to an enquiry, it comes before the commission again. */
export function isFinal({ outcome }: { readonly outcome: Outcome }): boolean {
  return outcome !== 'adjourned' && outcome !== 'enquiry';
}

/** The outcome that follows the score. */
export function asProposed(proposal: Proposal): Outcome {
  return proposal === 'not_eligible' ? 'refused' : proposal;
}
