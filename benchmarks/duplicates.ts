import { parseArgs } from 'node:util';
import { lawAt } from '#law';
import { toStatement } from '#modules/applications';
import { advanceSearch, type HouseholdStatement, recordHouseholds, searchDuplicates } from '#modules/registry';
import { systemClock } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { population } from '../modules/applications/testing/population/index.ts';
import { plantTruths, type Truth } from '../modules/registry/testing/truth-set.ts';
import { openBenchHouse } from './bench-house.ts';
import { type BenchLine, printReport } from './report.ts';

// Duplicates among a million persons of the register: read, put in blocks, learned from, weighed, joined, from nothing. What is one person was
// planted, so what is found can be counted. The peer in the same run is the search a register has without this one: the same names as they
// are written, in one script or the other, and the same birth date. Splink's published figure stands beside the time: a million records
// linked "on a laptop in around a minute" (README of moj-analytical-services/splink), seven million with a billion comparisons in two
// minutes on a large rented machine (robinlinacre.com/fast_deduplication, January 2024); it publishes no precision for those.
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, persons: { type: 'string' } } });
const wanted = Number(values.persons ?? (values.quick ? 20_000 : 1_000_000));
const SPLINK_SECONDS_A_MILLION = 60;
const familiesAtOnce = 1_000;
const actor = systemActor('bench');

const bench = await openBenchHouse();
const { house, owner } = bench;
try {
  const start = performance.now();
  await fill();
  process.stderr.write(`${wanted} persons entered in ${secondsSince(start).toFixed(0)} s\n`);
  await owner.pool.query('vacuum analyze');
  const { steps, peak } = await search();
  printReport(`Duplicates among ${wanted.toLocaleString('en')} persons`, [
    ...(await linesOfTime(steps, peak)),
    ...(await linesOfTruth()),
  ]);
} finally {
  await bench.close();
}

/** Whole families, entered as requests enter them; beside one in twenty, something planted. */
async function fill(): Promise<void> {
  const { childAge, studentAge } = lawAt('2022-11-25').household;
  const ages = { dependent: childAge.value, studying: studentAge.value };
  await owner.pool.query(
    'create table public.truth (kind text, one_request uuid, one_ref int, other_request uuid, other_ref int)',
  );
  let [persons, truths, statements]: [number, Truth[], HouseholdStatement[]] = [0, [], []];
  const store = async () => {
    await owner.kysely.transaction().execute((tx) => recordHouseholds({ tx, now: systemClock.now() }, statements, ages));
    await storeTruths(truths);
    [truths, statements] = [[], []];
  };
  for (const planted of plantTruths(families(), { seed: 'duplicates', newRequest: newId, share: 0.05 })) {
    statements.push(planted.statement);
    truths.push(...planted.truths);
    persons += planted.statement.members.length;
    if (statements.length >= familiesAtOnce) await store();
    if (persons >= wanted) break;
  }
  await store();
}

function* families(): Generator<HouseholdStatement> {
  const options = {
    households: wanted,
    seed: 'duplicates',
    filedFrom: '2022-09-05',
    filedTo: '2022-11-25',
    errors: 'none',
  } as const;
  for (const { declaration } of population(options)) {
    const { commune: territory, filed_on } = declaration;
    yield toStatement({ id: newId(), territory, filed_on, declaration });
  }
}

async function storeTruths(truths: readonly Truth[]): Promise<void> {
  const rows = truths.map(({ kind, one, other }) => {
    const [[one_request, one_ref], [other_request, other_ref]] = [one.split('/'), other.split('/')];
    return { kind, one_request, one_ref, other_request, other_ref };
  });
  await owner.pool.query('insert into public.truth select * from jsonb_populate_recordset(null::public.truth, $1::jsonb)', [
    JSON.stringify(rows),
  ]);
}

type Steps = ReadonlyMap<string, number>;

/** As the worker does it, in this process: every portion a deed. */
async function search(): Promise<{ steps: Steps; peak: number }> {
  const steps = new Map<string, number>();
  const { search: id } = expectDone(await house.desk.do(searchDuplicates, {}, { actor, key: 'bench' }), 'search');
  let [step, peak]: [string, number] = ['reading', 0];
  for (let turn = 0; step !== 'ended'; turn += 1) {
    const start = performance.now();
    const done = expectDone(await house.desk.do(advanceSearch, { search: id }, { actor, key: `bench:${turn}` }), 'advance');
    steps.set(step, (steps.get(step) ?? 0) + secondsSince(start));
    if (done.step !== step) process.stderr.write(`${step}: ${steps.get(step)?.toFixed(1)} s\n`);
    step = done.step;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  return { steps, peak };
}

async function linesOfTime(steps: Steps, peak: number): Promise<BenchLine[]> {
  const { rows } = await owner.pool.query<{ compared: number }>('select compared from registry.duplicate_search');
  const compared = rows[0]?.compared ?? 0;
  const whole = steps.values().reduce((sum, seconds) => sum + seconds, 0);
  const splink = { name: 'Splink, published', value: (SPLINK_SECONDS_A_MILLION * wanted) / 1_000_000 };
  return [
    { figure: 'from nothing to groups', value: whole, unit: 's', peer: splink },
    ...[...steps].map(([step, value]) => ({ figure: `  ${step}`, value, unit: 's' })),
    { figure: 'pairs compared and weighed', value: compared, unit: 'pairs' },
    { figure: '  a second of weighing', value: compared / (steps.get('weighing') ?? 1), unit: 'pairs/s' },
    { figure: 'most memory of this process', value: peak / 2 ** 20, unit: 'MB' },
  ];
}

/** Persons planted twice whose card was not left out are one person from the start: they are no question. */
async function linesOfTruth(): Promise<BenchLine[]> {
  await owner.pool.query(`
    create table public.planted as
    select t.kind, least(a.person_id, b.person_id) as one, greatest(a.person_id, b.person_id) as other from public.truth t
    join registry.household ha on ha.request_id = t.one_request
    join registry.household_member a on a.household_id = ha.id and a.ref = t.one_ref
    join registry.household hb on hb.request_id = t.other_request
    join registry.household_member b on b.household_id = hb.id and b.ref = t.other_ref
    where a.person_id <> b.person_id`);
  const start = performance.now();
  const exact = await figuresOf(`
    select distinct least(a.id, b.id) as one, greatest(a.id, b.id) as other from registry.person a join registry.person b
    on a.birth_date = b.birth_date and a.id < b.id
      and ((a.family_fr = b.family_fr and a.given_fr = b.given_fr) or (a.family_ar = b.family_ar and a.given_ar = b.given_ar))`);
  process.stderr.write(`as written: ${secondsSince(start).toFixed(1)} s\n`);
  const certain = await figuresOf(
    `select one, other from registry.likely_pair where probability >= (select certain_from from registry.duplicate_search)`,
  );
  const seen = await figuresOf('select one, other from registry.likely_pair');
  const joined = await figuresOf(`select one, other from registry.likely_pair where cluster is not null and band = 'certain'`);
  const lines = (name: string, own: Figures): BenchLine[] => [
    { figure: `${name}: pairs`, value: own.found, unit: 'pairs', peer: { name: 'as written', value: exact.found } },
    { figure: '  precision', value: 100 * own.precision, unit: '%', peer: { name: 'as written', value: 100 * exact.precision } },
    { figure: '  recall', value: 100 * own.recall, unit: '%', peer: { name: 'as written', value: 100 * exact.recall } },
    { figure: '  namesakes planted, held to be one', value: 100 * own.namesakes, unit: '%' },
  ];
  return [
    { figure: 'planted twice without a common card', value: exact.planted, unit: 'pairs' },
    ...lines('certain', certain),
    ...lines('certain or to review', seen),
    ...lines('joined in groups', joined),
  ];
}

type Figures = { found: number; planted: number; precision: number; recall: number; namesakes: number };

async function figuresOf(pairs: string): Promise<Figures> {
  const { rows } = await owner.pool.query<Figures>(`
    with found as (${pairs})
    select (select count(*) from found)::int as found,
      (select count(*) from public.planted where kind = 'duplicate')::int as planted,
      (select count(*) from found join public.planted using (one, other) where kind = 'duplicate')::float8
        / greatest(1, (select count(*) from found)) as precision,
      (select count(*) from found join public.planted using (one, other) where kind = 'duplicate')::float8
        / greatest(1, (select count(*) from public.planted where kind = 'duplicate')) as recall,
      (select count(*) from found join public.planted using (one, other) where kind = 'namesake')::float8
        / greatest(1, (select count(*) from public.planted where kind = 'namesake')) as namesakes`);
  const [figures] = rows;
  if (!figures) throw new Error('no figures');
  return figures;
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1_000;
}
