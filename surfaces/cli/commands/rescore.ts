import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { FormulaId } from '#law';
import { type Move, type Rescoring, rescore, turnOf } from '#modules/applications';
import { formulas, isFormulaId } from '#modules/eligibility';
import { readConfig } from '#platform/config';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { openHouse } from '../../house.ts';
import { prepareDatabase } from '../../preparation.ts';
import { type Command, UsageError } from '../command.ts';

/** What another formula, or the law of another day, says of everyone: who would come in, who would go out. */
export const applicationsRescore: Command = {
  name: 'applications rescore',
  summary: 'say of every stored request what another formula would propose, and keep it beside the proposals',
  usage: [
    `--formula ${formulas()
      .map(({ id }) => id)
      .join('|')}`,
    '--on DATE   as if every household had filed on that day (each on its own day, unless said here)',
  ],
  needs: 'database',
  async run(args, { stdout, stderr }) {
    const options = readOptions(args);
    const config = readConfig(process.env);
    const prepared = await prepareDatabase(config);
    const house = openHouse(config, prepared.urls, { name: 'rescore', connections: 1 });
    try {
      const started = performance.now();
      const done = await house.desk.do(rescore, options, { actor: systemActor('rescore'), key: newId() });
      stdout.write(tableOf(expectDone(done, 'rescore')));
      stderr.write(costOf(expectDone(done, 'rescore'), (performance.now() - started) / 1000));
      return 0;
    } finally {
      await house.close();
      await prepared.server?.stop();
    }
  },
};

function readOptions(args: readonly string[]): { formula: FormulaId; on?: string } {
  const { formula, on } = wordsOf(args);
  if (formula === undefined || !isFormulaId(formula)) throw new UsageError(`--formula: the law holds no "${formula ?? ''}"`);
  if (on === undefined) return { formula };
  if (!z.iso.date().safeParse(on).success) throw new UsageError('--on: must be a day written YYYY-MM-DD');
  return { formula, on };
}

function wordsOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { formula: text, on: text } }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function tableOf({ run, files, moves }: Rescoring): string {
  const rows = moves.map((move) => [move.proposal ?? 'not proposed yet', move.outcome, move.files.toLocaleString('en')]);
  const table = [['proposed', 'judged', 'files'], ...rows].map(
    ([proposal = '', outcome = '', count = '']) => `${proposal.padEnd(18)}${outcome.padEnd(16)}${count.padStart(12)}`,
  );
  const turns = (['comes-in', 'goes-out', 'stays-in', 'stays-out', 'cannot-tell', 'new'] as const)
    .map((turn) => `${wordsFor[turn]} ${sum(moves.filter((move) => turnOf(move) === turn)).toLocaleString('en')}`)
    .join(' · ');
  return `${table.join('\n')}\n\n${turns}\n${files.toLocaleString('en')} files, run ${run}\n`;
}

const wordsFor = {
  'comes-in': 'come in',
  'goes-out': 'go out',
  'stays-in': 'stay in',
  'stays-out': 'stay out',
  'cannot-tell': 'cannot be judged',
  new: 'had no proposal',
} as const;

function sum(moves: readonly Move[]): number {
  return moves.reduce((files, move) => files + move.files, 0);
}

function costOf({ files }: Rescoring, seconds: number): string {
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return `${seconds.toFixed(1)} s, ${Math.round(files / seconds)} files a second, at most ${memory} MB of memory\n`;
}
