import { type AskedSubject, envelopeIdOf, type PartnerClient } from '#modules/exchange';
import { expectDone, type JobContext } from '#platform/jobs';
import { recordNewcomer } from '../actions/record-newcomer.ts';

/** Who comes, by the report of it; `turn` tells one asking from the next. */
export type Newcomer = {
  readonly event: string;
  readonly territory: string;
  readonly turn: string;
  readonly person: Omit<AskedSubject, 'ref'>;
};

/** Asks the insurers about somebody who comes into a family, and keeps the answer; gives how long to wait where there is none. */
export type NewcomerQuestion = (context: JobContext, newcomer: Newcomer) => Promise<number | undefined>;

const AGAIN_AFTER_BAD_ANSWER_MS = 60_000;

/** The same control as before a registration, for one person: law 116-12 knows no other door into the scheme. */
export function askAboutNewcomer(client: PartnerClient): NewcomerQuestion {
  return async (context, { event, territory, turn, person }) => {
    const id = envelopeIdOf(['insurers', 'newcomer', event, turn]);
    const by = (suffix: string) => ({ actor: context.actor, key: `${id}:${suffix}` });
    const about = { event, territory, ...(person.cnie === undefined ? {} : { card: person.cnie }) };
    const keep = async (input: Parameters<typeof recordNewcomer.run>[1], suffix: string) =>
      expectDone(await context.desk.do(recordNewcomer, input, by(suffix)), recordNewcomer.name);
    const result = await client.checkCover(id, [{ ...person, ref: event }]);
    if (!result.ok) {
      await keep({ about, unanswered: { id, items: 1, failure: result.failure } }, `silent:${result.failure}`);
      return result.retryAfterMs;
    }
    const { acknowledgement, bytesDigest: bodyDigest, sourceDate, answers } = result;
    const envelope = { id, items: 1, acknowledgement, bodyDigest, sourceDate: sourceDate.toString() };
    const periods = answers[0]?.periods.map(({ scheme, role, from, to }) => ({
      ...{ scheme, role, from: from.toString() },
      ...(to === undefined ? {} : { to: to.toString() }),
    }));
    await keep({ about, envelope, ...(periods ? { periods } : {}) }, periods ? 'answered' : 'unanswered');
    return periods ? undefined : AGAIN_AFTER_BAD_ANSWER_MS;
  };
}
