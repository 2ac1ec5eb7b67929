import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { tellList } from '../../../surfaces/testing/cover-lists.ts';
import { expectProperDeed, expectRefused, linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileOf, ownHand, register } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { casesOfRequests } from '../queries/cases.ts';
import { registerSweep } from '../queries/figures.ts';
import { coverCases, oneCoverCase } from '../queries/one-case.ts';
import { advanceSweep } from './advance-sweep.ts';
import { dismissCase } from './dismiss-case.ts';
import { sweepRegister } from './sweep-register.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Family = ReturnType<typeof aFamily>;
const cardOf = (family: Family) => family.members[0]?.cnie ?? '';
const body = { organism: 'universities', scheme: 'students' as const };
const covered = (card: string) => ({ member: `S-${card}`, card, held_as: 'insured', from: '2026-01-01' });

async function casesOf(files: readonly string[]) {
  return expectDone(await house.ask(ownHand, casesOfRequests, { applications: [...files] }), 'cases').cases;
}

/** Portions of one card and one name, as far as they go. */
async function sweepOn(sweep: string, most = 100): Promise<string> {
  let step = '';
  for (let turn = 0; turn < most && step !== 'ended'; turn += 1)
    step = expectDone(await house.do(ownHand, advanceSweep, { sweep, cards: 1, names: 1 }), 'advance-sweep').step;
  return step;
}

async function begin(): Promise<string> {
  return expectDone(await house.do(await house.as('salma.anam'), sweepRegister, {}), 'sweep-register').sweep;
}

const standing = async () => expectDone(await house.ask(await house.as('salma.anam'), registerSweep, {}), 'register-sweep');

/** As if the register had been told while nobody looked: the cases that lists opened are taken away, evidence first. */
async function forgetCases(): Promise<void> {
  await house.owner.pool.query('delete from coverage.case_evidence; delete from coverage.cover_case');
}

test('a sweep finds in portions what nobody had found, once; cut anywhere, it goes on after the last portion', async () => {
  const families = [aFamily('poor'), aFamily('poor'), aFamily('poor')];
  const files = await register(house, ...families);
  await tellList(house, families.slice(0, 2).map(cardOf).map(covered), { ...body, stands_on: '2026-11-02' });
  await house.settle();
  expect(await casesOf(files)).toHaveLength(2);
  await forgetCases();
  const sweep = await begin();
  expect(await begin(), 'while one is under way that one goes on').toBe(sweep);
  expect(await sweepOn(sweep, 1)).toBe('cards');
  expect(await casesOf(files)).toHaveLength(1);
  expect(await standing()).toMatchObject({ underWay: { beganAt: expect.any(String) } });
  expect(await sweepOn(sweep)).toBe('ended');
  expect(Object.keys(await standing()), 'ended, it is no longer under way').toEqual(['last']);
  expect((await casesOf(files)).map((one) => one.request_id).sort()).toEqual(files.slice(0, 2).sort());
  expect(await sweepOn(await begin())).toBe('ended');
  expect(await casesOf(files), 'nothing is found twice').toHaveLength(2);
});

test('who is told of without a card is found by name and birth date, with the fields that agree, for a person to look at', async () => {
  const family = aFamily('poor');
  const [file = ''] = await register(house, family);
  const child = family.members.find((member) => member.cnie === undefined);
  const { given = '', family: surname = '' } = child?.names.fr ?? {};
  const named = (name: string) => name.normalize('NFD').replace(/[^A-Za-z '-]/g, '');
  const line = { member: 'C-1', held_as: 'dependant', birth_date: child?.birth_date, from: '2026-02-01' };
  const stranger = { ...line, member: 'C-2', given: 'Xavier', family: 'Quintana' };
  const lines = [{ ...line, given: named(given).toUpperCase(), family: named(surname).toUpperCase(), sex: child?.sex }, stranger];
  await tellList(house, lines, { ...body, organism: 'school', stands_on: '2026-11-03' });
  await house.settle();
  expect(await casesOf([file])).toMatchObject([
    { scheme: 'students', source: 'school', state: 'suspected', held_as: 'dependant' },
  ]);
  const { rows } = await house.owner.pool.query(
    `select e.basis, e.likeness between 0.1 and 0.999 as is_likely, e.fields, e.member from coverage.case_evidence e
     join coverage.cover_case c on c.id = e.case_id where c.request_id = $1`,
    [file],
  );
  expect(rows).toMatchObject([{ basis: 'names', is_likely: true, member: 'C-1', fields: { birth: 'same', sex: 'same' } }]);
});

test('before registration, too: the family waits for a person to look, and goes on once it is set aside', async () => {
  const family = aFamily('poor');
  const child = family.members.find((member) => member.cnie === undefined);
  const { given = '', family: surname = '' } = child?.names.fr ?? {};
  const line = { member: 'D-1', held_as: 'dependant', birth_date: child?.birth_date, from: '2026-02-01', given, family: surname };
  const over = { ...line, member: 'D-2', to: '2026-06-30' };
  const told = await tellList(house, [line, over], { ...body, organism: 'other-school', stands_on: '2026-11-03' });
  expect(told).toMatchObject({ state: 'applied', accepted: 2 });
  const [file = ''] = await register(house, family);
  expect((await fileOf(house, file)).state).toBe('held');
  const officer = await house.as('salma.anam');
  const { cases } = expectDone(await house.ask(officer, coverCases, {}), 'cover-cases');
  const [found, ...others] = cases.filter(({ application }) => application === file);
  expect(found).toMatchObject({ basis: 'names', foundBy: 'registration', state: 'suspected', waits: true });
  expect(others, 'however many bodies tell of it').toEqual([]);
  const { case: whole } = expectDone(await house.ask(officer, oneCoverCase, { case: found?.id ?? '' }), 'one-cover-case');
  expect(whole?.evidence.map(({ organism }) => organism)).toContain('other-school');
  expect(
    whole?.evidence.map(({ member }) => member),
    'a cover that is over leaves the way free',
  ).not.toContain('D-2');
  expect(whole?.evidence.every(({ likeness, fields }) => (likeness ?? 0) >= 0.1 && fields.birth === 'same')).toBe(true);
  const { rows } = await house.owner.pool.query(
    `select 1 from platform.event where name = 'coverage.overlap-found' and payload @> $1`,
    [JSON.stringify({ applications: [file] })],
  );
  expect(rows, 'whoever tells families hears of it').toHaveLength(1);
  expectDone(await house.do(officer, dismissCase, { case: found?.id ?? '', reason: 'other-person' }), 'dismiss-case');
  await house.settle();
  expect((await fileOf(house, file)).state).toBe('registered');
  expect(await casesOf([file]), 'its rights, told afterwards, open no other').toHaveLength(1);
});

test('a sweep is begun by whoever judges cases, and goes on by itself only', async () => {
  const officer = await house.as('salma.anam');
  const key = newId();
  const { sweep } = expectDone(await house.do(officer, sweepRegister, {}, key), 'sweep-register');
  expect(await house.do(officer, sweepRegister, {}, key), 'twice is once').toMatchObject({ output: { sweep }, repeated: true });
  expect(await linesOf(house, key)).toMatchObject([{ actor: officer.id, subject: `sweep:${sweep}`, reason: 'begun' }]);
  await expectProperDeed(house, advanceSweep, { by: ownHand, input: { sweep }, otherInput: { sweep, cards: 2 } });
  await expectRefused(house, advanceSweep, { by: officer, input: { sweep }, as: 'not-allowed' });
  await expectRefused(house, sweepRegister, { by: await house.as('karim.exchange'), input: {}, as: 'not-allowed' });
});

test('a sweep whose job died is seen to stand still, and whoever begins one goes on with it', async () => {
  await house.settle();
  const officer = await house.as('salma.anam');
  const { sweep } = expectDone(await house.do(officer, sweepRegister, {}), 'sweep-register');
  const jobs = `delete from graphile_worker._private_jobs where payload ->> 'event' in (select id::text from platform.event where payload @> $1)`;
  await house.owner.pool.query(jobs, [JSON.stringify({ sweep })]);
  const asked = async () => expectDone(await house.ask(officer, registerSweep, {}), 'register-sweep').underWay;
  expect(await asked()).not.toHaveProperty('stillSince');
  await house.settle();
  await house.owner.pool.query("update coverage.sweep set began_at = now() - interval '30 minutes' where id = $1", [sweep]);
  expect(await asked()).toHaveProperty('stillSince');
  expect(await house.do(officer, sweepRegister, {})).toMatchObject({ output: { sweep } });
  await house.settle();
  expect(await asked()).toBeUndefined();
});

test('before registration, a person with a card whom a body tells of without one is found by name; one told of under another card is not', async () => {
  // Children of other tests are told of by name already.
  const own = ({ members, ...family }: Family) => ({
    ...family,
    members: members.map((member) => (member.cnie === undefined ? { ...member, birth_date: '2016-05-17' } : member)),
  });
  const [free, found] = [own(aFamily('poor')), own(aFamily('poor'))] as unknown as readonly [Family, Family];
  const tell = (member: string, { members: [head] }: Family, more: { readonly card?: string }) => {
    const { given = '', family: surname = '' } = head?.names.fr ?? {};
    const plain = (name: string) => name.normalize('NFD').replace(/[^A-Za-z '-]/g, '');
    const who = { birth_date: head?.birth_date, sex: head?.sex, given: plain(given), family: plain(surname), ...more };
    const line = { member, held_as: 'insured', from: '2026-02-01', ...who };
    return tellList(house, [line], { ...body, organism: `school-${member.toLowerCase()}`, stands_on: '2026-11-03' });
  };
  await tell('E-1', free, { card: 'ZZ999999' });
  const [one = ''] = await register(house, free);
  expect((await fileOf(house, one)).state).toBe('registered');
  await tell('E-2', found, {});
  const [two = ''] = await register(house, found);
  expect((await fileOf(house, two)).state).toBe('held');
  expect(await casesOf([two])).toMatchObject([{ scheme: 'students', source: 'school-e-2', state: 'suspected' }]);
});
