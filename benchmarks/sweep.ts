import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { writeUrls } from '../surfaces/process.ts';
import { openBenchHouse } from './bench-house.ts';
import { type BenchLine, printReport } from './report.ts';
import { fillRegister, listTruth } from './sweep-register.ts';

// Everyone in RAMED held against everyone an insurer covers, on the house's own server: by card exactly, by names where one of the two has none; each
// overlap a case with its evidence and its line in the journal. The worker is killed once on its way and started again. What is found is held
// against what was planted. The bound is DuckDB: the same rows, already in its own columns, joined and counted, in the same run.
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, persons: { type: 'string' }, insured: { type: 'string' } },
});
const persons = Number(values.persons ?? (values.quick ? 20_000 : 9_000_000));
const insured = Number(values.insured ?? (values.quick ? 22_000 : 10_000_000));

const bench = await openBenchHouse();
const { pool } = bench.owner;
try {
  const filling = performance.now();
  await fillRegister(bench.owner, { persons, insured });
  const filled = (performance.now() - filling) / 1_000;
  const lines = [...(await measure()), { figure: 'both registers made', value: filled, unit: 's' }];
  printReport(`${persons.toLocaleString('en')} persons of RAMED against ${insured.toLocaleString('en')} insured`, lines);
} finally {
  await bench.close();
}

type Watched = { readonly step: string; readonly cards: string; readonly compared: string };

async function measure(): Promise<readonly BenchLine[]> {
  const begin = bench.house.actions.find(({ name }) => name === 'coverage.sweep-register');
  if (!begin) throw new Error('there is no deed that begins a sweep');
  const begun = await bench.house.desk.do(begin, {}, { actor: systemActor('bench'), key: 'bench-begin' });
  const { sweep } = expectDone(begun, 'sweep-register') as { sweep: string };
  const start = performance.now();
  await killedOnItsWay(sweep);
  const { peak, cards, byCards, compared, byNames } = await toTheEnd(sweep, start);
  const duck = await joinInDuckDb();
  const truth = await listTruth(bench.owner, { persons, insured });
  const exact = figuresOf(await foundBy('card'), truth.byCard);
  if (duck.pairs !== truth.byCard.length || exact.precision < 1 || exact.recall < 1) {
    process.stderr.write(`by card: DuckDB ${duck.pairs}, planted ${truth.byCard.length}, ${JSON.stringify(exact)}\n`);
    process.exitCode = 1;
  }
  const [cardless, carded] = [
    figuresOf(await foundBy('names', 'told without'), truth.toldWithoutCard),
    figuresOf(await foundBy('names', 'told with'), truth.toldWithCard),
  ];
  return [
    { figure: 'from nothing to cases, one kill in it', value: byCards + byNames, unit: 's' },
    {
      ...{ figure: 'by card', value: cards / byCards, unit: 'cards/s' },
      peer: { name: 'DuckDB, joined and counted only', value: cards / duck.seconds },
    },
    { figure: '  cases opened', value: exact.found, unit: 'cases' },
    ...percents('  ', exact),
    { figure: 'by name, where one of the two has no card', value: insured / byNames, unit: 'names/s' },
    { figure: '  seconds of it', value: byNames, unit: 's' },
    { figure: '  pairs compared', value: compared, unit: 'pairs' },
    { figure: '  told without a card: cases for a person to look at', value: cardless.found, unit: 'cases' },
    ...percents('    ', cardless),
    { figure: '  told with one, in RAMED without: cases', value: carded.found, unit: 'cases' },
    ...percents('    ', carded),
    { figure: 'most memory of the worker', value: peak, unit: 'MB' },
  ];
}

function percents(indent: string, { precision, recall }: Figures): BenchLine[] {
  return [
    { figure: `${indent}precision`, value: precision * 100, unit: '%' },
    { figure: `${indent}recall`, value: recall * 100, unit: '%' },
  ];
}

/** Kills the worker as soon as a portion is committed; what it was in the midst of is lost, what was committed is not. */
async function killedOnItsWay(sweep: string): Promise<void> {
  const child = startWorker(sweep);
  const gone = once(child, 'exit');
  while ((await watch(sweep)).cards === '0') await wait(5);
  child.kill('SIGKILL');
  await gone;
}

async function toTheEnd(sweep: string, start: number) {
  const child = startWorker(sweep);
  const ended = once(child, 'message');
  const seconds = () => (performance.now() - start) / 1_000;
  while ((await watch(sweep)).step === 'cards') await wait(20);
  const byCards = seconds();
  const [peak] = (await ended) as [number];
  const { cards, compared } = await watch(sweep);
  return { peak, byCards, byNames: seconds() - byCards, cards: Number(cards), compared: Number(compared) };
}

function startWorker(sweep: string): ChildProcess {
  const env = { ...process.env, ...writeUrls(bench.house.urls), RAMED_DATA: bench.config.dataFolder, RAMED_LOG: 'error' };
  return fork(fileURLToPath(new URL('sweep-worker.ts', import.meta.url)), [sweep], { execArgv: process.execArgv, env });
}

async function watch(sweep: string): Promise<Watched> {
  const { rows } = await pool.query<Watched>('select step, cards::text, compared::text from coverage.sweep where id = $1', [
    sweep,
  ]);
  if (!rows[0]) throw new Error('the sweep is gone');
  return rows[0];
}

async function foundBy(basis: 'card' | 'names', told?: 'told with' | 'told without'): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select c.person_id as id from coverage.cover_case c where c.basis = $1 and ($2::boolean is null or $2 = exists (
       select from coverage.case_evidence e where e.case_id = c.id and e.fields ? 'card'))`,
    [basis, told === undefined ? null : told === 'told with'],
  );
  return rows.map(({ id }) => id);
}

type Figures = { readonly found: number; readonly precision: number; readonly recall: number };

function figuresOf(found: readonly string[], truth: readonly string[]): Figures {
  const planted = new Set(truth);
  const right = found.filter((id) => planted.has(id));
  return {
    found: found.length,
    precision: found.length === 0 ? 1 : right.length / found.length,
    recall: planted.size === 0 ? 1 : new Set(right).size / planted.size,
  };
}

/** The same rows, read into DuckDB's own columns first; only the join and its count are on the clock. */
async function joinInDuckDb(): Promise<{ seconds: number; pairs: number }> {
  const folder = join(bench.config.dataFolder, 'duck');
  await mkdir(folder);
  // The server writes the files under its own user.
  await chmod(bench.config.dataFolder, 0o755);
  await chmod(folder, 0o777);
  const [own, theirs] = [join(folder, 'own.csv'), join(folder, 'theirs.csv')];
  await pool.query(`copy (select m.card, r.from_day, r.to_day from coverage.ramed_member m join coverage.told_cover r
    on r.member = m.person_id::text and r.source_id = (select id from coverage.source where scheme = 'ramed') where m.card is not null) to '${own}' csv`);
  await pool.query(`copy (select card, from_day, case when to_day = 'infinity' then date '9999-12-31' else to_day end from coverage.told_cover
    where source_id <> (select id from coverage.source where scheme = 'ramed') and card is not null) to '${theirs}' csv`);
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  const columns = `columns = {'card': 'varchar', 'from_day': 'date', 'to_day': 'date'}`;
  for (const [name, file] of [
    ['own', own],
    ['theirs', theirs],
  ])
    await duck.run(`create table ${name} as select * from read_csv('${file}', ${columns})`);
  const start = performance.now();
  const answer = await duck.runAndReadAll(
    'select count(*)::int from own o join theirs t on t.card = o.card and t.from_day <= o.to_day and t.to_day >= o.from_day',
  );
  const seconds = (performance.now() - start) / 1_000;
  duck.closeSync();
  instance.closeSync();
  return { seconds, pairs: Number(answer.getRows()[0]?.[0]) };
}
