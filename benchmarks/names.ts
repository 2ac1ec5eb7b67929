import { parseArgs } from 'node:util';
import { lawAt } from '#law';
import { toStatement } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { personsByName, readNames, recordHouseholds } from '#modules/registry';
import { systemClock } from '#platform/clock';
import { newId } from '#platform/ids';
import { systemActor } from '#platform/permissions';
import { population } from '../modules/applications/testing/population/index.ts';
import { transliterationVariants } from '../modules/applications/testing/population/transliterations.ts';
import { type BenchHouse, openBenchHouse } from './bench-house.ts';
import { type BenchLine, printReport } from './report.ts';

// A person found by name and year of birth among a million, as an agent types it: in the other script, in another office's spelling, with
// a slip. Who is sought is known, so that what is found can be counted: of those sought, how many are among the first twenty; of those
// given as sounding alike, how many bear that very name. The peer is PostgreSQL's own search by trigrams over the same persons.
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, persons: { type: 'string' } } });
const wanted = Number(values.persons ?? (values.quick ? 20_000 : 1_000_000));
const soughtPersons = values.quick ? 60 : 400;
const shown = 20;
const familiesAtOnce = 1_000;
const actor = systemActor('bench');

type Sought = {
  readonly person: string;
  readonly fr: string;
  readonly familyFirst: string;
  readonly ar: string;
  readonly birthDate: string;
};
/** Somebody given for what was typed. */
type Given = { readonly person: string; readonly ar: string; readonly alike: boolean };
type Question = { readonly typed: string; readonly from?: string; readonly to?: string };
type Search = (question: Question) => Promise<readonly Given[]>;
type Tally = {
  readonly asked: number;
  readonly found: number;
  readonly alike: number;
  readonly namesakes: number;
  readonly p50: number;
  readonly p95: number;
};

/** Each way of typing gives nothing for a name it cannot be done to. */
const waysOfTyping: readonly (readonly [string, (sought: Sought) => string | undefined])[] = [
  ['as it is written', ({ fr }) => fr],
  ['in Arabic', ({ ar }) => ar],
  ['the family name first', ({ familyFirst }) => familyFirst],
  ["in another office's spelling", ({ fr }) => transliterationVariants(fr)[0]],
  ['a letter left out', ({ fr, person }) => withSlip(fr, person, ([before, , after]) => before + after)],
  [
    'two letters swapped',
    ({ fr, person }) => withSlip(fr, person, ([before, letter, after]) => before + after.slice(0, 1) + letter + after.slice(1)),
  ],
  [
    'another letter',
    ({ fr, person }) => withSlip(fr, person, ([before, letter, after]) => before + (letter === 'b' ? 'd' : 'b') + after),
  ],
];

const bench = await openBenchHouse();
try {
  const filling = await secondsOf(() => fill(bench));
  await readAll(bench);
  await bench.owner.pool.query('vacuum analyze');
  await indexTrigrams(bench);
  await measure(bench, filling);
} finally {
  await bench.close();
}

/** Whole families, entered as requests enter them. */
async function fill({ owner }: BenchHouse): Promise<void> {
  const { childAge, studentAge } = lawAt('2022-11-25').household;
  const ages = { dependent: childAge.value, studying: studentAge.value };
  const context = { now: systemClock.now() };
  const options = { households: wanted, seed: 'names', filedFrom: '2022-09-05', filedTo: '2022-11-25', errors: 'none' } as const;
  let persons = 0;
  let statements: ReturnType<typeof statementOf>[] = [];
  for (const { declaration } of population(options)) {
    statements.push(statementOf(declaration));
    persons += declaration.members.length;
    if (statements.length < familiesAtOnce && persons < wanted) continue;
    await owner.kysely.transaction().execute((tx) => recordHouseholds({ ...context, tx }, statements, ages));
    statements = [];
    if (persons >= wanted) break;
  }
}

function statementOf(declaration: Declaration) {
  const { commune: territory, filed_on } = declaration;
  return toStatement({ id: newId(), territory, filed_on, declaration });
}

/** What the night does. */
async function readAll({ house }: BenchHouse): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const done = await house.desk.do(readNames, {}, { actor, key: `night:${turn}` });
    if (!done.ok) throw new Error(done.refusal.refused);
    if (done.output.ended) return;
  }
}

async function indexTrigrams({ owner }: BenchHouse): Promise<void> {
  await owner.pool.query('create extension if not exists pg_trgm');
  await owner.pool.query(
    `create table public.plain as select person_id, birth_date, lower(given_fr || ' ' || family_fr) as fr, given_ar || ' ' || family_ar as ar
     from registry.household_member`,
  );
  await owner.pool.query('create index on public.plain using gin (fr gin_trgm_ops)');
  await owner.pool.query('create index on public.plain using gin (ar gin_trgm_ops)');
  await owner.pool.query('vacuum analyze public.plain');
}

async function measure({ house, owner }: BenchHouse, filling: number): Promise<void> {
  const bySound: Search = async ({ typed, from, to }) => {
    const answer = await house.desk.ask(personsByName, { name: typed, bornFrom: from, bornTo: to, most: shown }, { actor });
    if (!answer.ok) throw new Error(answer.refusal.refused);
    return answer.output.persons.map(({ person, names, likeness }) => ({
      person,
      ar: `${names.ar?.given} ${names.ar?.family}`,
      alike: likeness !== 'slip',
    }));
  };
  const byTrigrams: Search = async ({ typed, from, to }) => {
    const { rows } = await owner.pool.query<{ person_id: string; ar: string }>(
      `select person_id, ar from public.plain where (fr % lower($1) or ar % $1) and birth_date between $2 and $3
       order by greatest(similarity(fr, lower($1)), similarity(ar, $1)) desc limit ${shown}`,
      [typed, from ?? '-infinity', to ?? 'infinity'],
    );
    return rows.map(({ person_id, ar }) => ({ person: person_id, ar, alike: true }));
  };
  const sought = await listSought(owner);
  const lines: BenchLine[] = [{ figure: `${wanted.toLocaleString('en')} persons entered`, value: filling, unit: 's' }];
  for (const search of [bySound, byTrigrams]) await tally(search, sought.slice(0, 50), ({ fr }) => fr);
  for (const [way, typed] of waysOfTyping) {
    const [own, peer] = [await tally(bySound, sought, typed), await tally(byTrigrams, sought, typed)];
    lines.push(...toLines(`${way} (${own.asked} asked)`, own, peer));
  }
  for (const [way, typed] of waysOfTyping) {
    const anyAge = await tally(bySound, sought, typed, { years: false });
    lines.push({ figure: `without the year, ${way}: 95 in 100 within`, value: anyAge.p95, unit: 'ms', aim: 'at most 50' });
  }
  printReport(`Persons by name and year of birth among ${wanted.toLocaleString('en')}`, lines);
}

/** Some that the population names in both scripts, the same at each run. */
async function listSought(owner: BenchHouse['owner']): Promise<Sought[]> {
  const { rows } = await owner.pool.query<Sought>(
    `select person_id as person, given_fr || ' ' || family_fr as fr, family_fr || ' ' || given_fr as "familyFirst",
       given_ar || ' ' || family_ar as ar, birth_date as "birthDate"
     from registry.household_member where family_fr is not null and family_ar is not null
     order by md5(birth_date::text || given_fr || family_fr || household_id::text) limit $1`,
    [soughtPersons],
  );
  return rows;
}

async function tally(
  search: Search,
  sought: readonly Sought[],
  typedAs: (sought: Sought) => string | undefined,
  { years = true } = {},
): Promise<Tally> {
  const times: number[] = [];
  let [found, alike, namesakes] = [0, 0, 0];
  for (const one of sought) {
    const typed = typedAs(one);
    if (typed === undefined) continue;
    const year = one.birthDate.slice(0, 4);
    const start = performance.now();
    const given = await search({ typed, ...(years ? { from: `${year}-01-01`, to: `${year}-12-31` } : {}) });
    times.push(performance.now() - start);
    if (given.some(({ person }) => person === one.person)) found += 1;
    alike += given.filter((each) => each.alike).length;
    namesakes += given.filter((each) => each.alike && each.ar === one.ar).length;
  }
  const within = (share: number) => times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
  return { asked: times.length, found, alike, namesakes, p50: within(0.5), p95: within(0.95) };
}

function toLines(way: string, own: Tally, peer: Tally): BenchLine[] {
  const besides = (value: number) => ({ name: 'trigrams', value });
  const share = (part: number, whole: number) => (100 * part) / whole;
  return [
    { figure: `${way}: found`, value: share(own.found, own.asked), unit: '%', peer: besides(share(peer.found, peer.asked)) },
    {
      figure: '  of those given, bear the name',
      value: share(own.namesakes, own.alike),
      unit: '%',
      peer: besides(share(peer.namesakes, peer.alike)),
    },
    { figure: '  half within', value: own.p50, unit: 'ms', peer: besides(peer.p50) },
    { figure: '  95 in 100 within', value: own.p95, unit: 'ms', aim: 'at most 50', peer: besides(peer.p95) },
  ];
}

type Cut = readonly [before: string, letter: string, after: string];

/** At a place of the name that depends on the person, never its first letter nor between two words. */
function withSlip(name: string, person: string, slip: (cut: Cut) => string): string | undefined {
  const place = 1 + (Number.parseInt(person.slice(-6), 16) % (name.length - 2));
  const letter = name[place] ?? '';
  return /\p{L}/u.test(letter) ? slip([name.slice(0, place), letter, name.slice(place + 1)]) : undefined;
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
