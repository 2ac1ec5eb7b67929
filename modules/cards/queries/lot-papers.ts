import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listCardsNumbered } from '../store/cards.ts';
import { findDestruction, findParcelNumbered } from '../store/lots.ts';
import { CardMember, personsOn } from './card-members.ts';

/** A parcel as it was packed, with the families its cards are for: what its slip says, and the list on which they sign. */
export const parcelAsPacked = defineQuery({
  name: 'cards.parcel-as-packed',
  summary: 'A parcel as it was packed, with the families its cards are for',
  permission: 'cards:locate',
  input: z.object({ parcel: z.string().max(20) }),
  output: z.object({
    parcel: z
      .object({
        ...{ number: z.string(), origin: z.string(), territory: z.string(), madeAt: z.string() },
        cards: z.array(z.object({ serial: z.string(), registration: z.string(), head: CardMember.optional() })),
      })
      .optional(),
  }),
  noted: ({ parcel }) => (parcel ? [{ subject: `parcel:${parcel.number}`, territory: parcel.territory }] : []),
  async run({ tx, today }, { parcel: number }) {
    const parcel = await findParcelNumbered(tx, number);
    if (!parcel) return {};
    const cards = await listCardsNumbered(tx, parcel.serials);
    const persons = await personsOn(tx, cards, today);
    return {
      parcel: {
        ...{ number, origin: parcel.origin, territory: parcel.territory, madeAt: parcel.made_at },
        cards: cards.map(({ serial, registration_number: registration }) => ({
          ...{ serial, registration, head: persons.get(serial)?.[0] },
        })),
      },
    };
  },
});

/** A destruction of cards as it was done: what its minutes say. */
export const oneDestruction = defineQuery({
  name: 'cards.one-destruction',
  summary: 'A destruction of cards as it was done',
  permission: 'cards:destroy',
  input: z.object({ destruction: z.string().max(20) }),
  output: z.object({
    destruction: z
      .object({
        ...{ number: z.string(), territory: z.string(), at: z.string(), witnesses: z.array(z.string()) },
        /** `why`: the state of one that was worth nothing before; absent of one that nobody collected. */
        cards: z.array(
          z.object({
            ...{ serial: z.string(), registration: z.string(), office: z.string(), since: z.string() },
            why: z.string().optional(),
          }),
        ),
      })
      .optional(),
  }),
  async run({ tx }, { destruction: number }) {
    const found = await findDestruction(tx, number);
    if (!found) return {};
    const { territory, destroyed_at: at, witnesses, cards } = found;
    return { destruction: { number, territory, at, witnesses, cards } };
  },
});
