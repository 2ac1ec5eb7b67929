import type { NewcomerQuestion } from '#modules/coverage';
import { toDate } from '#platform/dates';
import { expectDone, type Job } from '#platform/jobs';
import { newcomerToAsk } from '../queries/newcomer-to-ask.ts';

/**
 * Has the insurers asked about whoever is reported to come into a family, as soon as it is reported and again when an officer wants it: nobody
 * decides without knowing. What was decided or withdrawn meanwhile is asked about no more.
 */
export function askNewcomerCover(ask: NewcomerQuestion): Job<{ event: string; turn: string }> {
  return {
    name: 'entitlements.ask-newcomer-cover',
    on: 'entitlements.newcomer-to-ask',
    async handle(context, { event, turn }) {
      const { newcomer } = expectDone(await context.desk.ask(newcomerToAsk, { event }, context), newcomerToAsk.name);
      if (!newcomer) return undefined;
      const { territory, names, sex, birthDate, cnie } = newcomer;
      const person = { names, sex, birthDate: toDate(birthDate), ...(cnie === undefined ? {} : { cnie }) };
      const againAfterMs = await ask(context, { event, territory, turn, person });
      return againAfterMs === undefined ? undefined : { againAfterMs };
    },
  };
}
