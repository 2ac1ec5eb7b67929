import { z } from 'zod';

/** By what a body may name the persons it asks about; `snapshot`: it may take the snapshot of all rights away, to ask it without a network. */
export const askingWays = ['registration', 'receipt', 'card', 'code', 'snapshot'] as const;
export type AskingWay = (typeof askingWays)[number];

/** What it may be told beside the state of the right. */
export const answerFields = ['period', 'reason', 'next', 'category', 'registration', 'due', 'persons'] as const;
export type AnswerField = (typeof answerFields)[number];

/** SHA-256 of a key, in hexadecimal. */
export const KeyDigest = z.string().regex(/^[0-9a-f]{64}$/);

/** How many days the key before may go on opening, so that every desk of a body can be given the new one. */
export const MOST_DAYS_OF_OLD_KEY = 30;

export type AgreementState = 'to-come' | 'in-force' | 'over';

type Days = { readonly from_day: string; readonly to_day: string | null; readonly ended_at: string | null };

/** Whether an agreement opens anything on a day. One that was ended at once, on its first day or before it, never does again. */
export function agreementState({ from_day, to_day, ended_at }: Days, today: string): AgreementState {
  if (to_day !== null && to_day < today) return 'over';
  if (ended_at !== null && to_day === null) return 'over';
  return from_day > today ? 'to-come' : 'in-force';
}

/** Whether two agreements of one body stand on a same day. */
export function standTogether(one: Days, other: Days): boolean {
  if (isVoid(one) || isVoid(other)) return false;
  const startsBeforeEnd = (start: Days, end: Days) => end.to_day === null || start.from_day <= end.to_day;
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

/** Ended before it began: it stands on no day. */
function isVoid({ to_day, ended_at }: Days): boolean {
  return ended_at !== null && to_day === null;
}
