import { z } from 'zod';
import { form } from '#modules/applications';
import type { SigningKey } from '#modules/cards';
import type { Clock } from '#platform/clock';
import { openSealedCookie, type SealedCookie } from '../sealed-cookie.ts';

/**
 * What somebody answered in the trial, in the browser alone: neither a name nor a number, and nothing of it on the server. Forgotten when
 * the browser is closed, or an hour after the last answer.
 */
export type TrialAnswers = { readonly answers: form.Answers; readonly answered: readonly string[] };

const TrialAnswers: z.ZodType<TrialAnswers> = z.object({ answers: form.Answers, answered: z.array(z.string()) });

const HELD_MINUTES = 60;

export function openTrials(signingKey: SigningKey, clock: Clock): SealedCookie<TrialAnswers> {
  return openSealedCookie('ramed_trial', TrialAnswers, { signingKey, clock, minutes: HELD_MINUTES });
}
