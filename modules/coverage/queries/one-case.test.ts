import { afterAll, beforeAll, expect, test } from 'vitest';
import { stoppedClock } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { tellList } from '../../../surfaces/testing/cover-lists.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { ownHand, pay, register } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { answerCase } from '../actions/answer-case.ts';
import { confirmCase } from '../actions/confirm-case.ts';
import { examineCase } from '../actions/examine-case.ts';
import { doubleCoverFigures } from './figures.ts';
import { casesOfFamily, coverCases, oneCoverCase } from './one-case.ts';

const clock = stoppedClock('2026-12-07T09:00:00Z');
let house: TestHouse;
let officer: Actor;
beforeAll(async () => {
  house = await openTestHouse({ clock });
  officer = await house.as('salma.anam');
});
afterAll(() => house.close());

test('a case shows who told of it and since when, the days both schemes cover, and who paid meanwhile; the report counts it', async () => {
  const family = aFamily('vulnerable');
  const [file = ''] = await register(house, family);
  await pay(house, file);
  await house.settle();
  clock.moveTo('2026-12-17T09:00:00Z');
  const line = { member: 'S-1', card: family.members[0]?.cnie, held_as: 'insured', from: '2026-09-01' };
  await tellList(house, [line], { organism: 'universities', scheme: 'students', stands_on: '2026-12-16' });
  const { cases, counts } = expectDone(await house.ask(officer, coverCases, {}), 'cover-cases');
  expect(cases).toMatchObject([{ application: file, scheme: 'students', basis: 'card', foundBy: 'list', to: null }]);
  expect(counts).toEqual([{ state: 'suspected', cases: 1 }]);
  const id = cases[0]?.id ?? '';
  const { case: found } = expectDone(await house.ask(officer, oneCoverCase, { case: id }), 'one-cover-case');
  expect(found).toMatchObject({
    ramed: [{ from: '2026-12-07' }],
    other: [{ from: '2026-09-01', to: null }],
    shared: [{ from: '2026-12-07', to: '2026-12-17', days: 11 }],
    evidence: [{ organism: 'universities', member: 'S-1', standsOn: '2026-12-16', fields: { card: 'same', birth: 'missing' } }],
  });
  const shared = found?.shared.map(({ from, to }) => ({ from, to })) ?? [];
  const asked = house.house.queries.find(({ name }) => name === 'entitlements.paid-while-covered');
  if (!asked) throw new Error('nobody tells who paid');
  expect(await house.ask(officer, asked, { application: file, shared })).toMatchObject({
    output: { category: 'vulnerable', family: [{ year: 1, days: 11, shareCentimes: Math.floor((12_000 * 11) / 365) }] },
  });
  const told = async () => expectDone(await house.ask(ownHand, casesOfFamily, { application: file }), 'cases-of-family').cases;
  expect(await told(), 'the family is told of nothing before it is asked').toEqual([]);
  expectDone(await house.do(officer, examineCase, { case: id }), 'examine-case');
  expect(await told()).toMatchObject([{ id, state: 'to_review', organisms: ['universities'] }]);
  expectDone(await house.do(ownHand, answerCase, { application: file, case: id, answer: 'accepts' }), 'answer-case');
  const confirmed = { case: id, from: '2026-12-17', reason: 'family-accepts' as const };
  expectDone(await house.do(officer, confirmCase, confirmed), 'confirm-case');
  const figures = expectDone(await house.ask(officer, doubleCoverFigures, {}), 'figures');
  expect(figures.avoided).toEqual([{ month: '2026-12', scheme: 'students', foundBy: 'list', families: 0, persons: 1 }]);
  expect(figures.controls).toMatchObject({ asked: 1, clear: 1 });
});
