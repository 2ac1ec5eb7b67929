import { z } from 'zod';
import { listRegisteredFamilies } from '#modules/entitlements';
import { defineQuery } from '#platform/actions';
import { covers } from '#platform/permissions';
import { listCardsOf } from '../store/cards.ts';

/**
 * Cards of a family that moved here which wait at the office it came from, to tell it where to fetch them. Of a family of another jurisdiction
 * nothing is told.
 */
export const waitingElsewhere = defineQuery({
  name: 'cards.waiting-elsewhere',
  summary: 'Cards of a family that moved here which wait at its old office',
  permission: 'cards:hand-over',
  reach: 'nation',
  input: z.object({ registration: z.string().max(32) }),
  output: z.object({ cards: z.array(z.object({ serial: z.string(), place: z.string(), since: z.string() })) }),
  noted: ({ cards }) => cards.map(({ serial, place }) => ({ subject: `card:${serial}`, territory: place })),
  async run({ tx, today, actor }, { registration }) {
    const [family] = await listRegisteredFamilies(tx, [registration], today);
    if (!family || !covers(actor, family.territory)) return { cards: [] };
    const cards = (await listCardsOf(tx, [registration])).filter(
      ({ state, place }) => state === 'at_office' && !covers(actor, place),
    );
    return { cards: cards.map(({ serial, place, since }) => ({ serial, place, since })) };
  },
});
