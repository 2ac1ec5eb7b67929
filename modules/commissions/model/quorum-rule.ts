import { lawAt } from '#law';
import type { QuorumRule } from './quorum.ts';

/** Who must sit for a commission of a kind to rule, by the law of a day. */
export function quorumRuleOf(kind: 'cpl' | 'cpp', day: string): QuorumRule {
  const { institutions, quorum, appealInstitutions, appealQuorum } = lawAt(day).commissions;
  if (kind === 'cpp') return { institutions: appealInstitutions.value, quorum: appealQuorum.value };
  return { institutions: institutions.value, quorum: quorum.value };
}
