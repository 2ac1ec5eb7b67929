import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { isHere } from '../actions/of-custody.ts';
import { mayPass } from '../model/custody.ts';
import { cardStates } from '../model/lifecycle.ts';
import { isStage, stageClock, stageDueOn } from '../model/stage-clock.ts';
import { findCard, listPassages } from '../store/cards.ts';
import { listDifferencesOf } from '../store/differences.ts';
import { findParcel, listHandOvers } from '../store/lots.ts';
import { CardMember, personsOn } from './card-members.ts';

const Passage = z.object({ to: z.string(), at: z.string(), holder: z.string(), place: z.string(), actor: z.string().nullable() });

/** Where one card is at this moment, who holds it, until when it may stay there, and every hand it went through;
 * with the names of its family, for whoever hands it over. */
export const whereIsCard = defineQuery({
  name: 'cards.where-is-card',
  summary: 'Where one card is, who holds it, until when, and every hand it went through',
  permission: 'cards:locate',
  input: z.object({ serial: z.string().max(32) }),
  output: z.object({
    card: z
      .object({
        serial: z.string(),
        registration: z.string(),
        territory: z.string(),
        state: z.string(),
        since: z.string(),
        holder: z.string(),
        place: z.string(),
        parcel: z.string().nullable(),
        replaces: z.string().nullable(),
        /** Whether it should be at the place of whoever asks, who may say that it is not. */
        isHere: z.boolean(),
        due: z.object({ on: z.string(), days: z.int(), status: z.string() }).optional(),
        members: z.array(CardMember),
        passages: z.array(Passage),
        handOvers: z.array(
          z.object({
            ...{ recipient: z.string(), name: z.string(), paper: z.string(), at: z.string(), actor: z.string() },
            undone: z.object({ at: z.string(), as: z.enum(['recovered', 'lost']), why: z.string().nullable() }).nullable(),
          }),
        ),
        /** `place`: the province or the office that found it; empty for ANAM. `note`: what whoever settled it had to say. */
        differences: z.array(
          z.object({
            ...{ kind: z.string(), at: z.string(), place: z.string() },
            ...{ settled: z.string().nullable(), note: z.string().nullable() },
          }),
        ),
      })
      .optional(),
  }),
  noted: ({ card }) => (card ? [{ subject: `card:${card.serial}`, territory: card.territory }] : []),
  async run({ tx, today, actor }, { serial }) {
    const card = await findCard(tx, serial);
    if (!card) return {};
    const { state, since, territory, place, replaces } = card;
    const passages = await listPassages(tx, serial);
    const persons = await personsOn(tx, [card], today);
    return {
      card: {
        ...{ serial, registration: card.registration_number, territory, state, since, place, replaces },
        holder: cardStates[state].holder,
        isHere: mayPass(state, 'loseHere') && isHere(actor, place),
        parcel: card.parcel_id ? ((await findParcel(tx, card.parcel_id))?.number ?? null) : null,
        ...(isStage(state) ? { due: dueOf(state, since) } : {}),
        members: persons.get(serial) ?? [],
        passages: passages.map((one) => ({ ...one, to: one.to_state })),
        handOvers: (await listHandOvers(tx, serial)).map((one) => ({
          ...one,
          undone: one.undone_at && one.undone_as ? { at: one.undone_at, as: one.undone_as, why: one.undone_why } : null,
        })),
        differences: (await listDifferencesOf(tx, serial)).map((one) => ({
          kind: one.kind,
          at: one.found_at,
          place: one.place,
          settled: one.settled_as,
          note: one.settled_note,
        })),
      },
    };
  },
});

function dueOf(stage: Parameters<typeof stageDueOn>[0], since: string) {
  const { value, status } = stageClock(stage, since);
  return { on: stageDueOn(stage, since), days: value.late, status };
}
