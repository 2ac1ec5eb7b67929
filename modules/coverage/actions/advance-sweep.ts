import { z } from 'zod';
import { lawAt } from '#law';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { daysBetween, toDate } from '#platform/dates';
import { findOfCards } from '../store/findings.ts';
import { forgetNames, listNextDays } from '../store/namesakes.ts';
import { type Reached, type SweepRow, saveSweep, takeSweep } from '../store/sweeps.ts';
import { compareBornOn, readNames } from './compare-names.ts';
import { fileOverlaps, gatherOverlaps } from './file-overlaps.ts';

/** Names read by one deed for how they are heard, where they were kept before that was. */
const NAMES_READ = 20_000;

/**
 * Takes a sweep one portion further: the next cards against the register, then the next days of birth of those told of by name. What was reached is
 * committed with the portion: cut at any moment, the sweep goes on after the last one, and what it had found is found once.
 */
export const advanceSweep = defineAction({
  name: 'coverage.advance-sweep',
  summary: 'Take a sweep of the register one portion further',
  permission: 'system:coverage',
  input: z.object({
    sweep: z.uuid(),
    /** Cards held against the register by one deed. */
    cards: z.int().min(1).default(200_000),
    /** Members told of by name, whole days of birth of them, held against RAMED by one deed. */
    names: z.int().min(1).default(200_000),
  }),
  output: z.object({ step: z.enum(['cards', 'names', 'ended']) }),
  refusals: [],
  internal: true,
  async run(context, { sweep: id, cards, names }) {
    const sweep = await takeSweep(context.tx, id);
    if (sweep.step === 'ended') return { step: sweep.step };
    const reached = sweep.step === 'cards' ? await sweepCards(context, sweep, cards) : await sweepNames(context, sweep, names);
    await saveSweep(context.tx, sweep, { ...reached, movedAt: context.now.toString() });
    const step = reached.step ?? sweep.step;
    context.journal({
      subject: `sweep:${id}`,
      territory: '',
      after: digestOf({ sweep: id, step, reached: reached.reached ?? '' }),
    });
    return { step };
  },
});

async function sweepCards(context: DeedContext, sweep: SweepRow, most: number): Promise<Reached> {
  await gatherOverlaps(context);
  const { last, cards } = await findOfCards(context.tx, sweep.reached, most);
  const { opened } = await fileOverlaps(context, 'sweep');
  if (last === undefined) return { step: 'names', reached: '' };
  return { reached: last, cards: sweep.cards + cards, cases: sweep.cases + opened.length };
}

async function sweepNames(context: DeedContext, sweep: SweepRow, most: number): Promise<Reached> {
  const { sourceId, toldAt } = sweep;
  const telling = sourceId === null || toldAt === null ? undefined : { source: sourceId, toldAt };
  if (telling === undefined && (await readNames(context, NAMES_READ))) return {};
  const days = await listNextDays(context.tx, { after: sweep.reached, most, telling });
  const last = days.at(-1);
  if (last === undefined) return { step: 'ended', endedAt: context.now.toString() };
  await gatherOverlaps(context);
  const compared = await compareBornOn(context, days, telling);
  const { opened } = await fileOverlaps(context, telling === undefined ? 'sweep' : 'list');
  if (telling === undefined) await forget(context, days);
  return { reached: last, compared: sweep.compared + compared, cases: sweep.cases + opened.length };
}

/** Whether somebody is covered still is looked up for each name: a night looks at the births of one day of the week, in time for all. */
const NIGHTS = 7;

/** Names of whom nobody covers any more for so long are in nobody's way: they were held against all of RAMED every night until now. */
async function forget({ tx, today }: DeedContext, days: readonly string[]): Promise<void> {
  const { namesKeptDays } = lawAt(today.toString()).coverage;
  const before = today.subtract({ days: namesKeptDays.value - NIGHTS });
  const inTurn = days.filter((born) => daysBetween(toDate(born), today) % NIGHTS === 0);
  await forgetNames(tx, inTurn, before.toString());
}
