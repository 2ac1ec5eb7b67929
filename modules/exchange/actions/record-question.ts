import { z } from 'zod';
import type { Tx } from '#platform/database';
import { type Failure, failureTable } from '../model/failure.ts';
import type { RegisterName } from '../model/partners.ts';
import { recordEnvelope } from '../store/envelopes.ts';

/** An envelope that came back with its acknowledgement, whether or not every answer in it can be used. */
export const AnsweredEnvelope = z.object({
  id: z.uuid(),
  items: z.int(),
  acknowledgement: z.string(),
  bodyDigest: z.string(),
  sourceDate: z.string(),
});
export type AnsweredEnvelope = z.output<typeof AnsweredEnvelope>;

/** An envelope that did not. */
export const UnansweredEnvelope = z.object({
  id: z.uuid(),
  items: z.int(),
  failure: z.enum(Object.keys(failureTable) as [Failure, ...Failure[]]),
});
export type UnansweredEnvelope = z.output<typeof UnansweredEnvelope>;

type About = { readonly partner: RegisterName; readonly subject: string; readonly at: string };

/** Logs a question that was answered, part of the deed that keeps the answers. */
export function recordAnswered(tx: Tx, about: About, envelope: AnsweredEnvelope): Promise<void> {
  return recordEnvelope(tx, { ...about, ...envelope, direction: 'out', state: 'acknowledged', closed: true });
}

/** Logs a question that was not, part of the deed that notes the silence: it stays open until it is answered. */
export function recordUnanswered(tx: Tx, about: About, envelope: UnansweredEnvelope): Promise<void> {
  return recordEnvelope(tx, {
    ...about,
    ...envelope,
    direction: 'out',
    state: failureTable[envelope.failure].leaves,
    closed: false,
  });
}
