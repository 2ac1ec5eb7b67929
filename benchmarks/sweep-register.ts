import { readFileSync } from 'node:fs';
import { namePairsOf } from '#modules/registry';
import type { Database } from '#platform/database';
import { transliterationVariants } from '../modules/applications/testing/population/transliterations.ts';
import { inBulk } from './in-bulk.ts';

/** Rows made by one statement. */
const SET = 500_000;

export type Sizes = { readonly persons: number; readonly insured: number };

/**
 * RAMED's persons and an insurer's members, all told of by name, made by statements over sets; who is both is known by the rule that made them. Of
 * five persons three have a card; of the others one in twenty is of age. Of a hundred members one bears a card of RAMED (of three such covers one was over
 * before the rights began), and one has no card: of four of these one is a child of RAMED. The others bear a card of their own and are of age: of a hundred
 * one in four times is somebody of age in RAMED without a card. Half of either in another office's spelling, one of ten with day and month exchanged.
 */
export async function fillRegister(owner: Database, { persons, insured }: Sizes): Promise<void> {
  const run = (text: string, values: readonly unknown[] = []) => owner.pool.query(text, [...values]);
  await fillNames(owner);
  await run(`insert into coverage.source (organism, scheme) values ('ramed', 'ramed'), ('cnss', 'cnss')`);
  await inBulk(owner, TABLES, async () => {
    for (let first = 1; first <= persons; first += SET) {
      const set = [first, Math.min(persons, first + SET - 1)];
      for (const text of [PERSONS, HOUSEHOLDS, MEMBERS, RAMED_MEMBERS, RAMED_COVERS]) await run(text, set);
    }
    for (let first = 1; first <= insured; first += SET) {
      const set = [first, Math.min(insured, first + SET - 1), persons];
      for (const text of [COVERS, NAMES]) await run(text, set);
    }
  });
}

const TABLES = [
  'registry.person',
  'registry.household',
  'registry.household_member',
  'coverage.told_cover',
  'coverage.ramed_member',
  'coverage.named_member',
];

async function fillNames({ pool }: Database): Promise<void> {
  const read = (file: string) =>
    readFileSync(new URL(`../modules/applications/testing/population/names/${file}.csv`, import.meta.url), 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',')[0]?.trim() || []);
  await pool.query('create table bench_name (kind text, place int, spelled text, other text, primary key (kind, place))');
  for (const [kind, names] of [
    ['given', [...new Set([...read('women'), ...read('men')])]],
    ['family', [...new Set(read('families'))]],
  ] as const) {
    const plain = names
      .map((name) => name.normalize('NFD').replace(/[^A-Za-z '-]/g, ''))
      .filter((name) => /^[A-Za-z]/.test(name));
    const rows = plain.map((spelled, place) => ({
      ...{ kind, place, spelled, other: transliterationVariants(spelled)[0]?.replace(/[^A-Za-z '-]/g, '') || spelled },
    }));
    await pool.query(
      `insert into bench_name select kind, place, spelled, other
       from jsonb_to_recordset($1::jsonb) as r(kind text, place int, spelled text, other text)`,
      [JSON.stringify(rows)],
    );
  }
  await fillPairs(pool);
}

type BenchName = { readonly kind: 'given' | 'family'; readonly place: number; readonly spelled: string; readonly other: string };

/** How each given name is heard with each family name, as it is spelled and in the other office's spelling. */
async function fillPairs(pool: Database['pool']): Promise<void> {
  await pool.query('create table bench_pairs (given int, family int, spelled int[], other int[], primary key (given, family))');
  const { rows } = await pool.query<BenchName>('select * from bench_name');
  const families = rows.filter(({ kind }) => kind === 'family');
  for (const given of rows.filter(({ kind }) => kind === 'given')) {
    const pairs = families.map((family) => ({
      ...{ given: given.place, family: family.place },
      spelled: namePairsOf({ fr: { given: given.spelled, family: family.spelled } }),
      other: namePairsOf({ fr: { given: given.other, family: family.other } }),
    }));
    await pool.query(
      `insert into bench_pairs select * from jsonb_to_recordset($1::jsonb) as r(given int, family int, spelled int[], other int[])`,
      [JSON.stringify(pairs)],
    );
  }
  await pool.query('analyze bench_name, bench_pairs');
}

/** A person by its place: the same wherever it is asked. `n` is a bigint. */
const person = (n: string) => `lpad(to_hex(${n}), 32, '0')::uuid`;
const household = (n: string) => `('10000000-0000-0000-0000-' || lpad(to_hex(${n} / 5), 12, '0'))::uuid`;
const card = (n: string) => `case when ${n} % 5 < 3 then 'AB' || lpad(((${n} * 7919) % 99999989)::text, 8, '0') end`;
const ofAge = (n: string) => `date '1945-01-01' + ((${n} * 48271) % 18000)::int`;
const born = (n: string) =>
  `case when ${n} % 5 < 3 or ${n} % 50 = 3 then ${ofAge(n)} else date '2005-01-01' + ((${n} * 48271) % 7600)::int end`;
const placeIn = (kind: string, n: string) => {
  const factor = kind === 'given' ? 2_654_435_761 : 2_246_822_519;
  return `((${n} * ${factor}) % 4294967291) % (select count(*) from bench_name where kind = '${kind}')`;
};
const named = (n: string) => `
  join bench_name g on g.kind = 'given' and g.place = ${placeIn('given', n)}
  join bench_name f on f.kind = 'family' and f.place = ${placeIn('family', n)}`;
const heard = 'join bench_pairs h on h.given = g.place and h.family = f.place';
const sex = (n: string) => `case when ${n} % 2 = 0 then 'F' else 'M' end`;
const TERRITORY = `'05.081.01.01'`;
const SERIES = 'generate_series($1::bigint, $2::bigint) as n';

const PERSONS = `
  insert into registry.person (id, cnie, family_fr, given_fr, sex, birth_date, territory, known_since)
  select ${person('n')}, ${card('n')}, f.spelled, g.spelled, ${sex('n')}, ${born('n')}, ${TERRITORY}, now() from ${SERIES} ${named('n')}`;
const HOUSEHOLDS = `
  insert into registry.household (id, request_id, territory, stated_on)
  select ${household('n')}, ${household('n')}, ${TERRITORY}, date '2024-12-01' from ${SERIES} where n % 5 = 0 or n = 1`;
const MEMBERS = `
  insert into registry.household_member (household_id, ref, person_id, relation, beneficiary_by, cnie, family_fr, given_fr, sex, birth_date, territory)
  select ${household('n')}, n % 5 + 1, ${person('n')}, 'head', 'head', ${card('n')}, f.spelled, g.spelled, ${sex('n')}, ${born('n')}, ${TERRITORY}
  from ${SERIES} ${named('n')}`;
const RAMED_MEMBERS = `
  insert into coverage.ramed_member (request_id, person_id, card, birth_date, name_pairs, territory)
  select ${household('n')}, ${person('n')}, ${card('n')}, ${born('n')}, h.spelled, ${TERRITORY} from ${SERIES} ${named('n')} ${heard}`;
const RAMED_COVERS = `
  insert into coverage.told_cover (source_id, member, from_day, to_day, held_as, card, birth_date, stands_at, known_from, territory)
  select (select id from coverage.source where scheme = 'ramed'), ${person('n')}::text, '2025-01-01', '2027-12-31', 'insured', ${card('n')},
    ${born('n')}, '2025-01-01', '2025-01-01', ${TERRITORY} from ${SERIES}`;

/** The person of RAMED whose card a member bears: none where there is no such person. */
const twin = `5 * (n / 100)`;
const isTwin = `n % 100 = 0 and ${twin} between 1 and $3::bigint`;
const isCardless = 'n % 100 = 50';
const child = `5 * (n / 100) + 4`;
const isChild = `${isCardless} and (n / 100) % 4 = 0 and ${child} <= $3::bigint`;
/** Of age in RAMED without a card: a wife who never asked for one, or whom the request gave none. */
const wife = `50 * (n / 100) + 3`;
const isWife = `n % 100 = 25 and (n / 100) % 4 = 0 and ${wife} <= $3::bigint`;
/** Who a member is: somebody of RAMED, or a stranger. */
const who = `case when ${isTwin} then ${twin} when ${isChild} then ${child} when ${isWife} then ${wife} else 7 * n + 20000003 end`;
const isOfRamed = `(${isTwin} or ${isChild} or ${isWife})`;
const bornAs = `case when ${isOfRamed} or ${isCardless} then ${born('who')} else ${ofAge('who')} end`;
const MEMBERS_OF_INSURER = `(select n, ${who} as who from ${SERIES}) m`;

const COVERS = `
  insert into coverage.told_cover (source_id, member, from_day, to_day, held_as, card, birth_date, stands_at, known_from, territory)
  select (select id from coverage.source where scheme = 'cnss'), n::text, '2015-01-01',
    case when ${isTwin} and n % 300 = 0 then date '2020-12-31' else date 'infinity' end, 'insured',
    case when ${isTwin} then ${card(twin)} when ${isCardless} then null else 'CD' || lpad(((n * 7919) % 99999989)::text, 8, '0') end,
    ${bornAs}, '2026-09-01', '2026-09-01', '' from ${MEMBERS_OF_INSURER}`;
const exchanged = (day: string) =>
  `case when extract(day from ${day}) <= 12 then make_date(extract(year from ${day})::int, extract(day from ${day})::int, extract(month from ${day})::int) else ${day} end`;
const isOtherOffice = '(n / 100) % 8 >= 4';
const NAMES = `
  insert into coverage.named_member (source_id, member, family, given, sex, birth_date, bears_card, name_pairs, told_at, territory)
  select (select id from coverage.source where scheme = 'cnss'), n::text, case when ${isOtherOffice} then f.other else f.spelled end,
    case when ${isOtherOffice} then g.other else g.spelled end, ${sex('who')},
    case when n % 1000 in (25, 50) then ${exchanged(`(${bornAs})`)} else ${bornAs} end, not (${isCardless}),
    case when ${isOtherOffice} then h.other else h.spelled end, '2026-09-01', ''
  from ${MEMBERS_OF_INSURER} ${named('who')} ${heard} order by 6`;

/** Who is in both by the rule, by card and by name: what the sweep is held against. */
export async function listTruth({ pool }: Database, { persons, insured }: Sizes) {
  const rows = async (whose: string, isBoth: string) => {
    const isOf = isBoth.replaceAll('$3', '$2');
    const text = `select ${person(whose)} as id from generate_series(1, $1::bigint) as n where ${isOf}`;
    return (await pool.query<{ id: string }>(text, [insured, persons])).rows.map(({ id }) => id);
  };
  return {
    byCard: await rows(twin, `${isTwin} and n % 300 <> 0`),
    toldWithoutCard: await rows(child, isChild),
    toldWithCard: await rows(wife, isWife),
  };
}
