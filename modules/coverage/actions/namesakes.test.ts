import { afterAll, beforeAll, expect, test } from 'vitest';
import { lawAt } from '#law';
import { expectDone } from '#platform/jobs';
import { tellList } from '../../../surfaces/testing/cover-lists.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileOf, ownHand, register } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { LineTexts } from '../model/cover-list.ts';
import { casesOfRequests } from '../queries/cases.ts';
import { coverCases, oneCoverCase } from '../queries/one-case.ts';
import { advanceSweep } from './advance-sweep.ts';
import { dismissCase } from './dismiss-case.ts';
import { sweepRegister } from './sweep-register.ts';

// Somebody of RAMED without a national card whom a body tells of under one, and the other way round.
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Family = ReturnType<typeof aFamily>;
type Member = Family['members'][number];

let days = 0;
/** A day of birth in a year whose names are looked at for being forgotten tonight. */
function bornInTurn(year: number): string {
  const week = Array.from({ length: 7 }, (_, place) => Date.UTC(year, 5, 13 + place));
  const today = Math.floor(Date.now() / 86_400_000);
  const day = week.find((one) => (today - one / 86_400_000) % 7 === 0) ?? 0;
  return new Date(day).toISOString().slice(0, 10);
}

const aDayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** A family nobody of which was born on a day of another: each test tells of its own. */
function aFamilyOfItsOwnDays(): Family {
  const { members, ...family } = aFamily('poor');
  const own = members.map((member) => {
    days += 1;
    const [year] = member.birth_date.split('-');
    // After the twelfth: no month is taken for a day, and no family for another.
    return {
      ...member,
      birth_date: new Date(Date.UTC(Number(year), days % 12, 13 + Math.floor(days / 12))).toISOString().slice(0, 10),
    };
  });
  return { ...family, members: own } as unknown as Family;
}

const childOf = ({ members }: Family) => members.find(({ cnie }) => cnie === undefined) as Member;
const headOf = ({ members: [head] }: Family) => head as Member;
const plain = (name = '') => name.normalize('NFD').replace(/[^A-Za-z '-]/g, '');

/** How a body tells of somebody by name; `more` of the line. */
function lineOf(member: string, { names, birth_date, sex }: Member, more: LineTexts = {}): LineTexts {
  const { given, family } = names.fr ?? {};
  return { member, held_as: 'insured', from: '2026-02-01', birth_date, sex, given: plain(given), family: plain(family), ...more };
}

let bodies = 0;
const aBody = () => {
  bodies += 1;
  return { organism: `names-${bodies}`, scheme: 'students' as const };
};

const tell = async (lines: readonly LineTexts[], body: { organism: string } = aBody(), stands_on = '2026-11-03') => {
  const told = await tellList(house, lines, { scheme: 'students', ...body, stands_on });
  expect(told).toMatchObject({ state: 'applied', refused: 0 });
  await house.settle();
  return body;
};

async function casesOf(...files: readonly string[]) {
  return expectDone(await house.ask(ownHand, casesOfRequests, { applications: [...files] }), 'cases').cases;
}

async function wholeCaseOf(file: string) {
  const officer = await house.as('salma.anam');
  const { cases } = expectDone(await house.ask(officer, coverCases, {}), 'cover-cases');
  const id = cases.find(({ application }) => application === file)?.id ?? '';
  return expectDone(await house.ask(officer, oneCoverCase, { case: id }), 'one-cover-case').case;
}

const namedOf = async (member: string) =>
  (await house.owner.pool.query('select member from coverage.named_member where member = $1', [member])).rows.length;

/** A sweep over everything, in portions of one day of birth; gives how many portions its names took. */
async function sweep(names = 1): Promise<number> {
  const { sweep: id } = expectDone(await house.do(await house.as('salma.anam'), sweepRegister, {}), 'sweep-register');
  for (let portions = 0; portions < 200; portions += 1) {
    const { step } = expectDone(await house.do(ownHand, advanceSweep, { sweep: id, names }), 'advance-sweep');
    if (step === 'ended') return portions;
  }
  throw new Error('the sweep does not end');
}

test('who has no card in RAMED and is told of with one is found when the list comes, and goes on being cared for', async () => {
  const family = aFamilyOfItsOwnDays();
  const [file = ''] = await register(house, family);
  await tell([
    lineOf('N-1', childOf(family), { card: 'ZA111111' }),
    lineOf('N-2', { ...childOf(family), names: headOf(family).names }, { card: 'ZA222222' }),
  ]);
  expect(await casesOf(file)).toMatchObject([{ scheme: 'students', state: 'suspected', held_as: 'insured' }]);
  const whole = await wholeCaseOf(file);
  expect(whole?.evidence).toMatchObject([
    { basis: 'names', member: 'N-1', fields: { card: 'theirs', birth: 'same', sex: 'same' } },
  ]);
  expect((await fileOf(house, file)).state).toBe('registered');
});

test('never where both tell a card: cards that differ are two persons, however alike their names', async () => {
  const family = aFamilyOfItsOwnDays();
  const [file = ''] = await register(house, family);
  await tell([lineOf('B-1', headOf(family), { card: 'ZA333333' })]);
  expect(await casesOf(file)).toEqual([]);
  await sweep(1_000);
  expect(await casesOf(file)).toEqual([]);
});

test('with day and month exchanged, and spelled as another office does, it is still found', async () => {
  const family = aFamilyOfItsOwnDays();
  const youngest = family.members.at(-1) as Member;
  const child = { ...youngest, birth_date: '2015-03-09' };
  const members = family.members.map((member) => (member === youngest ? child : member));
  const [file = ''] = await register(house, { ...family, members } as unknown as Family);
  const { given = '', family: surname = '' } = child.names.fr ?? {};
  const other = { given: plain(given).toUpperCase(), family: `EL ${plain(surname).toUpperCase()}` };
  await tell([lineOf('X-1', child, { card: 'ZA444444', birth_date: '2015-09-03', ...other })]);
  expect((await casesOf(file)).length).toBe(1);
});

test('before registration the family waits for a person to look, and goes on once it is set aside', async () => {
  const family = aFamilyOfItsOwnDays();
  const over = lineOf('R-2', childOf(family), { card: 'ZA555556', to: '2026-06-30' });
  await tell([lineOf('R-1', childOf(family), { card: 'ZA555555' }), over]);
  const [file = ''] = await register(house, family);
  expect((await fileOf(house, file)).state).toBe('held');
  const whole = await wholeCaseOf(file);
  expect(whole?.evidence.map(({ member, basis }) => [member, basis])).toEqual([['R-1', 'names']]);
  expectDone(
    await house.do(await house.as('salma.anam'), dismissCase, { case: whole?.id ?? '', reason: 'other-person' }),
    'dismiss',
  );
  await house.settle();
  expect((await fileOf(house, file)).state).toBe('registered');
});

test('a list that came while a family was cleared is found when its right opens', async () => {
  const family = aFamilyOfItsOwnDays();
  const body = await tell([lineOf('O-1', childOf(family), { card: 'ZA666666', from: '2026-12-31' })]);
  const [file = ''] = await register(house, family);
  expect((await fileOf(house, file)).state, 'a cover that begins later is in nobody’s way yet').toBe('registered');
  expect(await casesOf(file)).toMatchObject([{ source: body.organism, state: 'suspected', from_day: '2026-12-31' }]);
});

test('the sweep finds it where nobody looked, day by day, once; names kept before they were read for their sounds, too', async () => {
  const families = [aFamilyOfItsOwnDays(), aFamilyOfItsOwnDays()];
  const files = await register(house, ...families);
  await tell(families.map((family, at) => lineOf(`W-${at}`, childOf(family), { card: `ZA77777${at}` })));
  expect(await casesOf(...files)).toHaveLength(2);
  await house.owner.pool.query(
    'delete from coverage.case_evidence; delete from coverage.case_step; delete from coverage.cover_case',
  );
  await house.owner.pool.query('update coverage.named_member set name_pairs = null');
  await house.owner.pool.query('update coverage.ramed_member set name_pairs = null, birth_date = null');
  expect(await sweep(), 'a portion for each day').toBeGreaterThan(2);
  expect((await casesOf(...files)).map((one) => one.request_id).sort()).toEqual([...files].sort());
  await sweep(1_000);
  expect(await casesOf(...files), 'nothing is found twice').toHaveLength(2);
});

test('a cover told to be over ends the case; its name is forgotten when that is long ago, and the name of a cover that never was at once', async () => {
  const { namesKeptDays } = lawAt('2026-11-22').coverage;
  const long = new Date(Date.now() - (namesKeptDays.value + 40) * 86_400_000).toISOString().slice(0, 10);
  const recent = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
  const { members, ...own } = aFamilyOfItsOwnDays();
  const youngest = { ...(members.at(-1) as Member), birth_date: bornInTurn(2014) };
  const family = { ...own, members: [...members.slice(0, -1), youngest] } as unknown as Family;
  const [file = ''] = await register(house, family);
  const stays = lineOf('F-1', youngest, { card: 'ZA888888' });
  const from = '2019-01-01';
  const body = await tell([
    stays,
    lineOf('F-2', { ...youngest, birth_date: bornInTurn(1950) }, { card: 'ZA888881', from, to: long }),
    lineOf('F-4', { ...youngest, birth_date: aDayBefore(bornInTurn(1952)) }, { card: 'ZA888883', from, to: long }),
    lineOf('F-3', { ...youngest, birth_date: bornInTurn(1951) }, { card: 'ZA888882', from, to: recent }),
  ]);
  expect(await casesOf(file)).toMatchObject([{ state: 'suspected' }]);
  await sweep();
  expect([await namedOf('F-1'), await namedOf('F-2'), await namedOf('F-3')]).toEqual([1, 0, 1]);
  expect(await namedOf('F-4'), 'its turn is another night').toBe(1);
  const never = { ...stays, change: 'not_covered' };
  await tellList(house, [never], { scheme: 'students', ...body, kind: 'changes', stands_on: '2026-11-10' });
  await house.settle();
  expect(await casesOf(file)).toMatchObject([{ state: 'dismissed' }]);
  await sweep();
  expect(await namedOf('F-1')).toBe(0);
  await tellList(house, [{ ...stays, change: 'covered' }], {
    scheme: 'students',
    ...body,
    kind: 'changes',
    stands_on: '2026-11-11',
  });
  await house.settle();
  expect(await casesOf(file), 'told again, it is found again').toMatchObject([{ state: 'suspected' }]);
});

test('a member told anew under no card any more is compared with who bears one; a month that says the same again looks for nobody', async () => {
  const family = aFamilyOfItsOwnDays();
  const [file = ''] = await register(house, family);
  const told = lineOf('M-1', headOf(family), { card: 'ZA999991' });
  const body = await tell([told]);
  const moment = async () =>
    (await house.owner.pool.query(`select told_at from coverage.named_member where member = 'M-1'`)).rows[0]?.told_at;
  const first = await moment();
  await tell([told], body, '2026-11-05');
  expect(await moment(), 'left untouched').toEqual(first);
  expect(await casesOf(file)).toEqual([]);
  await tell([{ ...told, card: '' }], body, '2026-11-07');
  expect(await casesOf(file)).toMatchObject([{ state: 'suspected' }]);
});
