import { addDays, type PlainDate, Temporal } from '#platform/dates';
import { withCheckDigit } from '#platform/numbers';
import { type Refusal, refuse } from '#platform/refusals';
import type { Outcome } from './decision.ts';

/**
 * The life of an appeal: lifecycles, Appeal. Filed by the family, admitted to the provincial commission or not, heard in one of its sittings;
 * what is ruled there stands once the minutes are sealed, and the family is told. That an appeal is late is an attribute: it says nothing of
 * who must act now. An adjourned one waits among the admitted again.
 */
export const appealStates = [
  'filed',
  'admitted',
  'not_admissible',
  'scheduled',
  'upheld',
  'reformed',
  'sent_back',
  'notified',
] as const;
export type AppealState = (typeof appealStates)[number];

export const appealPassages = {
  admit: { from: ['filed'], to: 'admitted' },
  'turn-down': { from: ['filed'], to: 'not_admissible' },
  schedule: { from: ['admitted'], to: 'scheduled' },
  adjourn: { from: ['scheduled'], to: 'admitted' },
  uphold: { from: ['scheduled'], to: 'upheld' },
  reform: { from: ['scheduled'], to: 'reformed' },
  'send-back': { from: ['scheduled'], to: 'sent_back' },
  tell: { from: ['not_admissible', 'upheld', 'reformed', 'sent_back'], to: 'notified' },
} as const satisfies Record<string, { from: readonly AppealState[]; to: AppealState }>;
export type AppealPassage = keyof typeof appealPassages;

/** Whether an appeal stands where a passage begins. */
export function mayPass(passage: AppealPassage, state: AppealState): boolean {
  return (appealPassages[passage].from as readonly AppealState[]).includes(state);
}

/** What a family may contest: a condition of the formulas by its message key, what it declared, the commission's own reason, or else. */
export const appealCriteria = [
  'income',
  'patrimony',
  'living-conditions',
  'commune-poverty',
  'household',
  'insurance',
  'commission-reason',
  'other',
] as const;
export type AppealCriterion = (typeof appealCriteria)[number];

/** Criteria that mean nothing without words. */
const wordy: ReadonlySet<AppealCriterion> = new Set(['commission-reason', 'other']);

export type AppealRefusal = 'nothing-to-appeal' | 'nothing-said';

export type Contested = { readonly outcome: Outcome; readonly validatedOn: PlainDate | undefined };
export type Filing = { readonly criteria: readonly AppealCriterion[]; readonly words: string; readonly on: PlainDate };

/**
 * Whether a decision can be contested so: once the province has validated it, unless it gave all there is to give. A day too late is told,
 * never refused. Source of the delay: `law/parameters/commissions/appeal-days.yaml`.
 */
export function decideAppeal(
  decision: Contested | undefined,
  { criteria, words, on }: Filing,
  days: number,
): { readonly lastDay: PlainDate; readonly isLate: boolean } | Refusal<AppealRefusal> {
  if (!decision?.validatedOn || !isContestable(decision.outcome)) return refuse('nothing-to-appeal', { place: 'application' });
  if (words.trim() === '' && criteria.every((criterion) => wordy.has(criterion)))
    return refuse('nothing-said', { place: 'words' });
  const lastDay = addDays(decision.validatedOn, days);
  return { lastDay, isLate: Temporal.PlainDate.compare(on, lastDay) > 0 };
}

/** A refusal, or a contribution to pay: whoever is admitted without paying has nothing to gain. */
export function isContestable(outcome: Outcome): boolean {
  return outcome === 'refused' || outcome === 'vulnerable';
}

/** Tells an appeal's number from a request's, a complaint's and a sitting's, which are as long. */
const APPEAL = '7';

export function appealNumber(year: number, sequence: number): string {
  return withCheckDigit(`${year}${APPEAL}${String(sequence).padStart(6, '0')}`);
}
