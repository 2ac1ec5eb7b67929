import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { stillSince } from '#platform/jobs';
import { countControls, countFound, listAvoided } from '../store/case-lists.ts';
import { findLastSweep, findSweepUnderWay, type SweepRow } from '../store/sweeps.ts';

/**
 * The double-registration control in figures, as the yearly report counts: families controlled before registration, cases by how they were
 * found, and the persons and cards avoided by scheme and month. Before registration a family is one card, and as many persons as it is for; of
 * a registered family each person is one, and the card is avoided with the last.
 */
export const doubleCoverFigures = defineQuery({
  name: 'coverage.double-cover-figures',
  summary: 'The double-registration control in figures: controlled, found, avoided by scheme and month',
  permission: 'coverage:see-figures',
  input: z.object({}),
  output: z.object({
    controls: z.object({ asked: z.int(), clear: z.int(), waiting: z.int(), overlap: z.int() }),
    found: z.array(z.object({ foundBy: z.string(), scheme: z.string(), state: z.string(), cases: z.int() })),
    avoided: z.array(
      z.object({ month: z.string(), scheme: z.string(), foundBy: z.string(), families: z.int(), persons: z.int() }),
    ),
  }),
  async run({ tx }) {
    const [controls, found, avoided] = [await countControls(tx), await countFound(tx), await listAvoided(tx)];
    return {
      controls: { ...controls },
      found,
      avoided: avoided.map((one) => ({ ...one })),
    };
  },
});

const Sweep = z.object({ cards: z.int(), compared: z.int(), cases: z.int() });

/** Whether all of RAMED is being held against the register of covers, since when and how far; and the sweep that ended last. */
export const registerSweep = defineQuery({
  name: 'coverage.register-sweep',
  summary: 'Whether a sweep of the register is under way, and the one that ended last',
  permission: 'coverage:see-figures',
  input: z.object({}),
  output: z.object({
    underWay: Sweep.extend({
      beganAt: z.string(),
      /** Since when nothing has moved, where that is too long: its job died, and beginning it goes on with it. */
      stillSince: z.string().optional(),
    }).optional(),
    last: Sweep.extend({ endedAt: z.string() }).optional(),
  }),
  async run({ tx, now: at }) {
    const [now, last] = [await findSweepUnderWay(tx), await findLastSweep(tx)];
    return {
      ...(now ? { underWay: { beganAt: now.beganAt, ...toCounts(now), ...stillSince(now.movedAt ?? now.beganAt, at) } } : {}),
      ...(last?.endedAt ? { last: { endedAt: last.endedAt, ...toCounts(last) } } : {}),
    };
  },
});

function toCounts({ cards, compared, cases }: SweepRow) {
  return { cards, compared, cases };
}
