import { z } from 'zod';
import { listRegisteredFamilies } from '#modules/entitlements';
import { defineQuery } from '#platform/actions';
import { listCardsOf } from '../store/cards.ts';
import { CardMember, toCardMembers } from './card-members.ts';

/** Every card of one family by its registration number, the newest first: what a desk asks when there is no card to read. */
export const cardsOfFamily = defineQuery({
  name: 'cards.cards-of-family',
  summary: 'Every card of one family by its registration number',
  permission: 'cards:locate',
  input: z.object({ registration: z.string().max(32) }),
  output: z.object({
    cards: z.array(z.object({ serial: z.string(), state: z.string(), since: z.string(), territory: z.string() })),
    members: z.array(CardMember),
  }),
  noted: ({ cards }) => cards.slice(0, 1).map(({ serial, territory }) => ({ subject: `card:${serial}`, territory })),
  async run({ tx, today }, { registration }) {
    const cards = (await listCardsOf(tx, [registration])).map(({ serial, state, since, territory }) => ({
      ...{ serial, state, since, territory },
    }));
    // Whoever may see none of its cards is told of no family.
    const [family] = cards.length === 0 ? [] : await listRegisteredFamilies(tx, [registration], today);
    return { cards: cards.toSorted((one, other) => other.since.localeCompare(one.since)), members: toCardMembers(family) };
  },
});
