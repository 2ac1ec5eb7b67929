import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { countControls, countFound, listAvoided } from '../store/case-lists.ts';
import { findLastSweep } from '../store/sweeps.ts';

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
    lastSweep: z.object({ endedAt: z.string(), cards: z.int(), compared: z.int(), cases: z.int() }).optional(),
  }),
  async run({ tx }) {
    const last = await findLastSweep(tx);
    const swept = last?.endedAt
      ? { endedAt: last.endedAt, cards: last.cards, compared: last.compared, cases: last.cases }
      : undefined;
    const [controls, found, avoided] = [await countControls(tx), await countFound(tx), await listAvoided(tx)];
    return {
      controls: { ...controls },
      found,
      avoided: avoided.map((one) => ({ ...one })),
      ...(swept ? { lastSweep: swept } : {}),
    };
  },
});
