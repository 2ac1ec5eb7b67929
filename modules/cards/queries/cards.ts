import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { deadStates } from '../model/lifecycle.ts';
import { findCard, listCardsWithRoad, listRevoked, listRevokedAmong } from '../store/cards.ts';
import { CardMember, personsOn } from './card-members.ts';

const Card = z.object({
  serial: z.string(),
  registration_number: z.string(),
  state: z.string(),
  since: z.string(),
  valid_from: z.string(),
  valid_to: z.string(),
});

const Located = Card.extend({
  place: z.string(),
  /** The last state in which it was worth something: how far a card came that is worth nothing any more. */
  reached: z.string(),
  handed_over_at: z.string().nullable(),
});

/** The cards of some registered families, where each is and how far it came. */
export const cardsOfRegistrations = defineQuery({
  name: 'cards.cards-of-registrations',
  summary: 'The cards of some registered families, where each is and how far it came',
  permission: 'cards:read',
  input: z.object({ registrations: z.array(z.string()).max(10_000) }),
  output: z.object({ cards: z.array(Located) }),
  run: async ({ tx }, { registrations }) => ({ cards: await listCardsWithRoad(tx, registrations, deadStates) }),
});

/** Everything that is printed on one card: the family, the validity and the signed code. */
export const cardToPrint = defineQuery({
  name: 'cards.card-to-print',
  summary: 'Everything that is printed on one card',
  permission: 'cards:read',
  input: z.object({ serial: z.string().max(32) }),
  output: z.object({ card: Card.extend({ credential: z.string(), persons: z.array(CardMember) }).optional() }),
  async run({ tx, today }, { serial }) {
    const card = await findCard(tx, serial);
    if (!card) return {};
    const persons = await personsOn(tx, [card], today);
    return { card: { ...card, persons: persons.get(serial) ?? [] } };
  },
});

/** Cards declared worthless before their term: what the published list of revocations holds. */
export const revokedCards = defineQuery({
  name: 'cards.revoked-cards',
  summary: 'Cards declared worthless before their term',
  permission: 'cards:read',
  input: z.object({}),
  output: z.object({ cards: z.array(z.object({ serial: z.string(), state: z.string(), revoked_at: z.string() })) }),
  run: async ({ tx, today }) => ({ cards: await listRevoked(tx, today.toString()) }),
});

/**
 * Whether a card was declared worthless, by the serial that its own signed code carries: what the published list says, without waiting for
 * its next issue. Says nothing of the family, and the same for a card in order and for none at all.
 */
export const revocationOfCard = defineQuery({
  name: 'cards.revocation-of-card',
  summary: 'Whether a card was declared worthless, and since when',
  permission: 'public:verify',
  reach: 'nation',
  input: z.object({ serial: z.string().max(32) }),
  output: z.object({ revokedAt: z.string().optional() }),
  async run({ tx }, { serial }) {
    const card = await findCard(tx, serial);
    return card?.revoked_at ? { revokedAt: card.revoked_at } : {};
  },
});

/** The same of many cards at once, for the partners' gateway. */
export const revocationsOfCards = defineQuery({
  name: 'cards.revocations-of-cards',
  summary: 'Which of these cards were declared worthless, and since when',
  permission: 'system:cards',
  internal: true,
  input: z.object({ serials: z.array(z.string().max(32)).max(1_000) }),
  output: z.object({ cards: z.array(z.object({ serial: z.string(), revokedAt: z.string() })) }),
  async run({ tx }, { serials }) {
    return { cards: (await listRevokedAmong(tx, serials)).map(({ serial, revoked_at }) => ({ serial, revokedAt: revoked_at })) };
  },
});
