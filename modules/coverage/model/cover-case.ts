/** The life of a double registration: lifecycles, Cover case. */
export const coverCasePassages = {
  examine: { from: ['suspected'], to: 'to_review' },
  confirm: { from: ['to_review'], to: 'confirmed' },
  dismiss: { from: ['suspected', 'to_review'], to: 'dismissed' },
  contest: { from: ['confirmed', 'dismissed'], to: 'contested' },
  settle: { from: ['confirmed', 'contested'], to: 'settled' },
  undo: { from: ['settled'], to: 'contested' },
  'told-again': { from: ['dismissed', 'settled'], to: 'suspected' },
  'cover-ended': { from: ['suspected', 'to_review', 'confirmed', 'contested'], to: 'settled' },
  'cover-withdrawn': { from: ['suspected', 'to_review', 'confirmed', 'contested', 'settled'], to: 'dismissed' },
  // Told of a card that the person had by being one with another: two again, it is somebody else's.
  parted: { from: ['suspected', 'to_review', 'confirmed', 'contested'], to: 'dismissed' },
  'joined-again': { from: ['dismissed'], to: 'suspected' },
} as const satisfies Record<string, { from: readonly CoverCaseState[]; to: CoverCaseState }>;

export type CoverCasePassage = keyof typeof coverCasePassages;
export const coverCaseStates = ['suspected', 'to_review', 'confirmed', 'dismissed', 'contested', 'settled'] as const;
export type CoverCaseState = (typeof coverCaseStates)[number];

/** Why a case is confirmed or dismissed: what was looked at. */
export const confirmReasons = ['insurer-confirmed', 'same-person', 'family-accepts', 'no-answer'] as const;
export const dismissReasons = ['other-person', 'no-longer-covered', 'error-of-list', 'papers'] as const;
export type Answer = 'accepts' | 'contests';

/** What a decision on a case follows from. Days as `YYYY-MM-DD`, which compare as texts. */
export type CaseFacts = {
  readonly state: CoverCaseState;
  readonly fromDay: string;
  readonly answerUntil: string | null;
  readonly answer: Answer | null;
  readonly contestUntil: string | null;
  readonly confirmedBy: string | null;
};

export type CaseRefusal =
  | 'not-in-this-state'
  | 'request-closed'
  | 'answer-awaited'
  | 'nothing-to-answer'
  | 'same-hand'
  | 'day-outside';

export function isPassable({ state }: Pick<CaseFacts, 'state'>, passage: CoverCasePassage): boolean {
  return (coverCasePassages[passage].from as readonly CoverCaseState[]).includes(state);
}

/**
 * Whether it may be found against the family: not before its days to answer are over, unless it accepts; and from a day on which the other
 * cover had begun, not one to come.
 */
export function decideConfirm(facts: CaseFacts, { today, from }: { today: string; from: string }): CaseRefusal | undefined {
  if (!isPassable(facts, 'confirm')) return 'not-in-this-state';
  if (facts.answer !== 'accepts' && (facts.answerUntil === null || today <= facts.answerUntil)) return 'answer-awaited';
  return from < facts.fromDay || from > today ? 'day-outside' : undefined;
}

/** What the family may say now: answer while it is asked, contest while a confirmation is not settled; nothing at any other time. */
export function decideAnswer(facts: CaseFacts, answer: Answer, today: string): 'answer' | 'contest' | CaseRefusal {
  const { state, answerUntil, contestUntil } = facts;
  if (state === 'to_review' && facts.answer === null && answerUntil !== null && today <= answerUntil) return 'answer';
  if (state !== 'confirmed' || contestUntil === null || today > contestUntil) return 'nothing-to-answer';
  return answer === 'contests' ? 'contest' : 'answer';
}

/** A contested case is settled by another hand than the one that confirmed it. */
export function decideSettle(facts: CaseFacts, settling: Settling): CaseRefusal | undefined {
  if (facts.state !== 'contested') return 'not-in-this-state';
  if (facts.confirmedBy === settling.by) return 'same-hand';
  if (settling.stands === 'ramed') return undefined;
  return settling.from < facts.fromDay || settling.from > settling.today ? 'day-outside' : undefined;
}

/**
 * A settlement against a family is taken back for a registered one, which keeps its registration; a request that was closed for it before
 * registration is not opened again: the family asks anew.
 */
export function decideUndo(settled: {
  state: CoverCaseState;
  stands: 'ramed' | 'other' | null;
  isHeld: boolean;
}): CaseRefusal | undefined {
  if (!isPassable(settled, 'undo') || settled.stands !== 'other') return 'not-in-this-state';
  return settled.isHeld ? 'request-closed' : undefined;
}

type Settling = {
  readonly stands: 'ramed' | 'other';
  readonly from: string;
  readonly today: string;
  readonly by: string;
};
