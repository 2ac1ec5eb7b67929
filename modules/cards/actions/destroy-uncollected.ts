import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { newId } from '#platform/ids';
import { territoryOf } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { mayPass } from '../model/custody.ts';
import { toDestructionNumber } from '../model/numbers.ts';
import { stageDueOn } from '../model/stage-clock.ts';
import { lockCards } from '../store/cards.ts';
import { insertDestruction, takeNumber } from '../store/custody.ts';
import type { CardRow } from '../store/tables.ts';
import { Scanned } from './check-cards.ts';
import { cardLine, pass } from './of-custody.ts';

/** Cards that waited at the office beyond the delay are destroyed before two witnesses, scanned one by one. Their codes are revoked. */
export const destroyUncollected = defineAction({
  name: 'cards.destroy-uncollected',
  summary: 'Destroy cards that nobody collected in time',
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
    const elsewhere = cards.find((card) => !mayPass(card.state, 'leaveUncollected'));
    if (elsewhere) return refuse('card-not-here', { place: elsewhere.serial, facts: { state: elsewhere.state } });
    const today = context.today.toString();
    const early = cards.find((card) => stageDueOn('at_office', card.since) >= today);
    if (early)
      return refuse('not-yet-uncollected', { place: early.serial, facts: { day: stageDueOn('at_office', early.since) } });
    for (const [where, waiting] of Map.groupBy(cards, (card) => card.place))
      await pass(context, 'leaveUncollected', { cards: waiting, where });
    await pass(context, 'destroy', { cards });
    const number = await keepDestruction(context, cards, witnesses);
    const reason = `${number}: ${witnesses.join(', ')}`;
    context.journal(...cards.map((card) => cardLine(card, { state: 'destroyed', reason })));
    return { destroyed: cards.length, destruction: number };
  },
});

/** What the minutes of the destruction say: each card as it stood. */
async function keepDestruction(context: DeedContext, cards: readonly CardRow[], witnesses: string[]): Promise<string> {
  const number = toDestructionNumber(await takeNumber(context.tx, 'destruction'));
  await insertDestruction(context.tx, {
    ...{ id: newId(), number, territory: territoryOf(context.actor), witnesses },
    ...{ destroyed_at: context.now.toString(), destroyed_by: context.actor.id },
    cards: cards.map(({ serial, registration_number: registration, place: office, since }) => ({
      ...{ serial, registration, office, since },
    })),
  });
  return number;
}
