/** The life of a double registration: lifecycles, Cover case. */
export const coverCasePassages = {
  examine: { from: ['suspected'], to: 'to_review' },
  confirm: { from: ['to_review'], to: 'confirmed' },
  dismiss: { from: ['to_review'], to: 'dismissed' },
  contest: { from: ['confirmed', 'dismissed'], to: 'contested' },
  settle: { from: ['confirmed', 'dismissed', 'contested'], to: 'settled' },
} as const satisfies Record<string, { from: readonly CoverCaseState[]; to: CoverCaseState }>;

export type CoverCaseState = 'suspected' | 'to_review' | 'confirmed' | 'dismissed' | 'contested' | 'settled';
