import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { findOfCards, listNamedMembers, reachedAt } from '../store/findings.ts';
import { type Reached, type SweepRow, saveSweep, takeSweep } from '../store/sweeps.ts';
import { compareMembers } from './compare-names.ts';
import { fileOverlaps, gatherOverlaps } from './file-overlaps.ts';

/**
 * Takes a sweep one portion further: the next cards against the register, then the next of those told of by name. What was reached is
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
    /** Members compared by name by one deed. */
    names: z.int().min(1).default(2_000),
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
  const members = await listNamedMembers(context.tx, { after: sweep.reached, most, telling });
  const last = members.at(-1);
  if (last === undefined) return { step: 'ended', endedAt: context.now.toString() };
  await gatherOverlaps(context);
  const compared = await compareMembers(context, members);
  const { opened } = await fileOverlaps(context, telling === undefined ? 'sweep' : 'list');
  return { reached: reachedAt(last), compared: sweep.compared + compared, cases: sweep.cases + opened.length };
}
