import { z } from 'zod';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { mayDo } from '#platform/permissions';
import { isHere } from '../actions/of-custody.ts';
import { destroyable } from '../model/difference.ts';
import { deadStates } from '../model/lifecycle.ts';
import { stageClock, stageDueOn } from '../model/stage-clock.ts';
import { listLying } from '../store/differences.ts';
import { listUncollected } from '../store/lots.ts';

/** As many as are destroyed before the same witnesses. */
const MOST = 500;

/** What may be destroyed here: cards that waited at their office longer than they may, and those found worth nothing; the longest there first. */
export const uncollected = defineQuery({
  name: 'cards.uncollected',
  summary: 'Cards to be destroyed here: not collected in time, or found worth nothing',
  permission: 'cards:destroy',
  input: z.object({}),
  output: z.object({
    /** Days that a card waits, by the law of today. */
    days: z.int(),
    cards: z.array(
      z.object({
        ...{ serial: z.string(), registration: z.string(), office: z.string(), since: z.string() },
        /** Until when it had to be kept; null of one that is worth nothing, whose state says why. */
        ...{ dueOn: z.string().nullable(), state: z.string() },
      }),
    ),
  }),
  async run(context) {
    const days = stageClock('at_office', context.today.toString()).value.late;
    return { days, cards: [...(await waitedTooLong(context, days)), ...(await worthNothing(context))] };
  },
});

async function waitedTooLong({ tx, now, today, actor }: QuestionContext, days: number) {
  const before = now.subtract({ hours: 24 * (days - 1) }).toString();
  const found = (await listUncollected(tx, before, MOST)).filter(
    ({ since, place }) => stageDueOn('at_office', since) < today.toString() && isHere(actor, place),
  );
  return found.map(({ serial, registration_number: registration, place: office, since, state }) => ({
    ...{ serial, registration, office, since, state, dueOn: stageDueOn('at_office', since) },
  }));
}

async function worthNothing({ tx, actor }: QuestionContext) {
  const lying = await listLying(tx, {
    ...{ kinds: destroyable, dead: deadStates, limit: MOST, isAnam: mayDo(actor, 'cards:produce') },
  });
  return lying.map((card) => ({ ...card, dueOn: null }));
}
