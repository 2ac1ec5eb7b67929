export type Institution = 'interior' | 'health' | 'finance' | 'entraide_nationale' | 'local_authority';

export type QuorumRule = { readonly institutions: readonly Institution[]; readonly quorum: number };

export type QuorumState = {
  readonly reached: boolean;
  readonly present: number;
  readonly needed: number;
  readonly absent: readonly Institution[];
};

/** Whether enough institutions sit: each counts once, whoever and however many represent it. */
export function quorumOf(present: readonly Institution[], rule: QuorumRule): QuorumState {
  const seated = new Set(present.filter((institution) => rule.institutions.includes(institution)));
  return {
    reached: seated.size >= rule.quorum,
    present: seated.size,
    needed: rule.quorum,
    absent: rule.institutions.filter((institution) => !seated.has(institution)),
  };
}
