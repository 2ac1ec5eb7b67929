import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { comparedBy, comparedYear } from '../model/fairness.ts';
import { replaceNationCompared } from '../store/comparison.ts';

/** Counts what the decisions of the whole nation compare by, over the year that ends today, in place of the counts of the night before. */
export const noteNation = defineAction({
  name: 'commissions.note-nation',
  summary: 'Count what the decisions of the nation compare by',
  permission: 'system:commissions',
  input: z.object({}),
  output: z.object({ from: z.string(), to: z.string(), groups: z.int() }),
  refusals: [],
  internal: true,
  async run(context) {
    const year = comparedYear(context.today);
    let groups = 0;
    for (const by of ['whole', ...comparedBy]) groups += await replaceNationCompared(context.tx, { ...year, by });
    context.journal({ subject: 'commissions:nation', territory: '', after: digestOf({ ...year, groups }) });
    return { ...year, groups };
  },
});
