import { type Law, lawAt } from '#law';
import type { QuorumRule } from './quorum.ts';

/** The law as it stood on a day. */
export type LawOn = (day: string) => Law;

/** Who must sit for a commission of a kind to rule, by the law of a day. */
export function quorumRuleOf(kind: 'cpl' | 'cpp', day: string, lawOn: LawOn = lawAt): QuorumRule {
  const { institutions, quorum, appealInstitutions, appealQuorum } = lawOn(day).commissions;
  if (kind === 'cpp') return { institutions: appealInstitutions.value, quorum: appealQuorum.value };
  return { institutions: institutions.value, quorum: quorum.value };
}
