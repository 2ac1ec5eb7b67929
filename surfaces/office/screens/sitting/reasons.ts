import {
  asProposed,
  decideRuling,
  type Outcome,
  type Proposal,
  QUORUM_LACKING,
  type ReasonCode,
  reasonCodes,
} from '#modules/commissions';
import { isRefusal } from '#platform/refusals';

/** The reasons that can carry an outcome for a file that the score proposed so, in the order of their digits. */
export function reasonsFor(proposal: Proposal, outcome: Outcome, hasQuorum = true): readonly ReasonCode[] {
  return reasonCodes.filter(
    (reason) => hasQuorum !== (reason === QUORUM_LACKING) && !isRefusal(decideRuling(proposal, outcome, reason)),
  );
}

/** The reason that needs no asking: the score's own when the commission follows it, or the only one that there is. */
export function obviousReason(proposal: Proposal, outcome: Outcome, hasQuorum = true): ReasonCode | undefined {
  const fitting = reasonsFor(proposal, outcome, hasQuorum);
  if (outcome === asProposed(proposal) && fitting.includes('as-scored')) return 'as-scored';
  const isWithoutScore = outcome === 'enquiry' || outcome === 'adjourned';
  return isWithoutScore && fitting.length === 1 ? fitting[0] : undefined;
}
