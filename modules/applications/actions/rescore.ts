import { z } from 'zod';
import type { FormulaId } from '#law';
import { formulas, isFormulaId } from '#modules/eligibility';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { territoryOf } from '#platform/permissions';
import { moveCounter, rescorer } from '../model/rescoring.ts';
import { insertRescored, insertRescoringRun, readFilesToRescore } from '../store/rescoring.ts';

const Move = z.object({ proposal: z.string().nullable(), outcome: z.string(), files: z.int() });

/**
 * Says of every stored request what another formula, or the law of another day, would propose, and keeps it beside the proposals without
 * touching them. One pass in one transaction: cut at any moment it leaves nothing, and is simply run again. Memory does not grow with
 * the number of files. One line in the journal.
 */
export const rescore = defineAction({
  name: 'applications.rescore',
  summary: 'Say of every stored request what another formula would propose',
  permission: 'applications:rescore',
  input: z.object({
    formula: z.custom<FormulaId>((text) => typeof text === 'string' && isFormulaId(text), 'is not a formula of the law'),
    on: z.iso.date().optional(),
  }),
  output: z.object({ run: z.string(), files: z.int(), moves: z.array(Move) }),
  refusals: [],
  internal: true,
  async run(context, { formula, on }) {
    const run = newId();
    const { files, moves } = await judgeAll(context, { run, formula, on });
    const record = {
      id: run,
      territory: territoryOf(context.actor),
      formula,
      formula_digests: digestsOf(formula),
      judged_on: on ?? null,
      run_at: context.now.toString(),
      files,
      moves,
    };
    await insertRescoringRun(context.tx, record);
    context.journal({ subject: `rescoring:${run}`, territory: record.territory, after: digestOf(record) });
    return { run, files, moves };
  },
});

type Judging = { readonly run: string; readonly formula: FormulaId; readonly on: string | undefined };

async function judgeAll({ tx }: DeedContext, { run, formula, on }: Judging) {
  const judge = rescorer(formula, on);
  const counter = moveCounter();
  let files = 0;
  for await (const page of readFilesToRescore(tx)) {
    const judged = page.map(judge);
    for (const file of judged) counter.add(file);
    files += judged.length;
    await insertRescored(tx, run, judged);
  }
  return { files, moves: counter.moves() };
}

function digestsOf(formula: FormulaId): string[] {
  return formulas()
    .filter(({ id }) => id === formula)
    .flatMap(({ periods }) => periods.map(({ digest }) => digest));
}
