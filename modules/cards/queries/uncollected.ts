import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { stageClock, stageDueOn } from '../model/stage-clock.ts';
import { listUncollected } from '../store/lots.ts';

/** As many as are destroyed before the same witnesses. */
const MOST = 500;

/** Cards that waited at their office longer than they may, the longest first: those that may be destroyed. */
export const uncollected = defineQuery({
  name: 'cards.uncollected',
  summary: 'Cards that nobody collected in time, the longest waiting first',
  permission: 'cards:destroy',
  input: z.object({}),
  output: z.object({
    /** Days that a card waits, by the law of today. */
    days: z.int(),
    cards: z.array(
      z.object({ serial: z.string(), registration: z.string(), office: z.string(), since: z.string(), dueOn: z.string() }),
    ),
  }),
  async run({ tx, now, today }) {
    const day = today.toString();
    const days = stageClock('at_office', day).value.late;
    const before = now.subtract({ hours: 24 * (days - 1) }).toString();
    const found = (await listUncollected(tx, before, MOST)).filter(({ since }) => stageDueOn('at_office', since) < day);
    return {
      days,
      cards: found.map(({ serial, registration_number: registration, place: office, since }) => ({
        ...{ serial, registration, office, since, dueOn: stageDueOn('at_office', since) },
      })),
    };
  },
});
