import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { territoryOf } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { isDead, mayPass } from '../model/custody.ts';
import { destroyable } from '../model/difference.ts';
import { toDestructionNumber } from '../model/numbers.ts';
import { stageDueOn } from '../model/stage-clock.ts';
import { lockCards } from '../store/cards.ts';
import { clearPlaces, insertDestruction, takeNumber } from '../store/custody.ts';
import { listOpenOf } from '../store/differences.ts';
import type { CardRow, DestroyedCard } from '../store/tables.ts';
import { Scanned } from './check-cards.ts';
import { cardLine, isHere, pass, settle } from './of-custody.ts';

/**
 * Cards that waited at the office beyond the delay, and cards that are worth nothing and were found here, are destroyed before two witnesses, scanned
 * one by one. The codes of the first are revoked; the others keep what they were worth nothing for, and their difference is settled.
 */
export const destroyUncollected = defineAction({
  name: 'cards.destroy-uncollected',
  summary: 'Destroy cards that nobody collected in time, or that were found worth nothing',
  permission: 'cards:destroy',
  input: z.object({
    scanned: Scanned.min(1),
    witnesses: z.array(z.string().trim().min(1).max(120)).length(2),
  }),
  output: z.object({ destroyed: z.int(), destruction: z.string() }),
  refusals: ['card-unknown', 'card-not-here', 'not-yet-uncollected'],
  async run(context, { scanned, witnesses }) {
    const cards = await lockCards(context.tx, scanned);
    const absent = scanned.find((serial) => !cards.some((card) => card.serial === serial));
    if (absent) return refuse('card-unknown', { place: absent });
    const dead = cards.filter((card) => isDead(card.state));
    const waiting = cards.filter((card) => !dead.includes(card));
    const lying = await lyingHere(context, dead);
    const elsewhere = cards.find((card) => (dead.includes(card) ? !lying.has(card.serial) : !waitsHere(context, card)));
    if (elsewhere) return refuse('card-not-here', { place: elsewhere.serial, facts: { state: elsewhere.state } });
    const today = context.today.toString();
    const early = waiting.find((card) => stageDueOn('at_office', card.since) >= today);
    if (early)
      return refuse('not-yet-uncollected', { place: early.serial, facts: { day: stageDueOn('at_office', early.since) } });
    await destroyWaiting(context, waiting);
    await destroyDead(context, dead);
    const number = await keepDestruction(context, [...waiting.map(asWaiting), ...lying.values()], witnesses);
    const reason = `${number}: ${witnesses.join(', ')}`;
    context.journal(...cards.map((card) => cardLine(card, { state: dead.includes(card) ? card.state : 'destroyed', reason })));
    return { destroyed: cards.length, destruction: number };
  },
});

function waitsHere({ actor }: DeedContext, { state, place }: CardRow): boolean {
  return mayPass(state, 'leaveUncollected') && isHere(actor, place);
}

/** Of cards that are worth nothing, those that were found at a place of whoever acts, as the minutes name them. */
async function lyingHere({ tx, actor }: DeedContext, dead: readonly CardRow[]): Promise<Map<string, DestroyedCard>> {
  const cards = new Map(dead.map((card) => [card.serial, card]));
  const found = (await listOpenOf(tx, [...cards.keys()], destroyable)).filter(({ place }) => isHere(actor, place));
  return new Map(
    found.flatMap(({ serial, place: office, found_at: since }) => {
      const card = cards.get(serial);
      return card ? [[serial, { serial, registration: card.registration_number, office, since, why: card.state }] as const] : [];
    }),
  );
}

async function destroyWaiting(context: DeedContext, waiting: readonly CardRow[]): Promise<void> {
  for (const [where, cards] of Map.groupBy(waiting, (card) => card.place))
    await pass(context, 'leaveUncollected', { cards, where });
  await pass(context, 'destroy', { cards: waiting });
  const serials = waiting.map(({ serial }) => serial);
  await settle(context, serials, { as: 'destroyed', kinds: ['moved'] });
}

async function destroyDead(context: DeedContext, dead: readonly CardRow[]): Promise<void> {
  const serials = dead.map(({ serial }) => serial);
  await clearPlaces(context.tx, serials);
  await settle(context, serials, { as: 'destroyed', kinds: destroyable });
}

function asWaiting({ serial, registration_number: registration, place: office, since }: CardRow): DestroyedCard {
  return { serial, registration, office, since };
}

/** What the minutes of the destruction say: each card as it stood. */
async function keepDestruction(context: DeedContext, cards: readonly DestroyedCard[], witnesses: string[]): Promise<string> {
  const number = toDestructionNumber(await takeNumber(context.tx, 'destruction'));
  await insertDestruction(context.tx, {
    ...{ id: newId(), number, territory: territoryOf(context.actor), witnesses },
    ...{ destroyed_at: context.now.toString(), destroyed_by: context.actor.id, cards: [...cards] },
  });
  return number;
}
