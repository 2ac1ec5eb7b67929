import { afterAll, beforeAll, expect, test } from 'vitest';
import { agendaProposal, conveneSitting } from '#modules/commissions';
import { duesOfRegistrations } from '#modules/contributions';
import { familiesToRegister } from '#modules/entitlements';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import { contestAdmitted, grievance, hear } from '../../../surfaces/testing/appeals-road.ts';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, dueOf, fileOf, ownHand, register, registrationOf, schedule, sit } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { appealLessons, appealStatistics } from '../queries/appeal-lessons.ts';
import { appealsQueue } from '../queries/appeals-queue.ts';
import { decisionOnFile } from '../queries/sittings.ts';
import { takeAppeal } from './take-appeal.ts';
import { validateSittings } from './validate-sittings.ts';

let house: TestHouse;
const files = { reformed: '', upheld: '', sentBack: '' };

beforeAll(async () => {
  house = await openTestHouse();
  const three = Array.from({ length: 3 }, () => aFamily('not eligible'));
  [files.reformed = '', files.upheld = '', files.sentBack = ''] = await admit(house, ...three);
});
afterAll(() => house.close());

test('a family refused, heard and found poor is registered with open rights, by what the provincial commission decided', async () => {
  const file = files.reformed;
  const appeal = await contestAdmitted(house, file);
  await hear(house, appeal, { outcome: 'reformed', category: 'poor' });
  expect(await fileOf(house, file)).toMatchObject({ state: 'validated', outcome: 'poor', closed_for: null });
  await house.settle();
  expect(await fileOf(house, file)).toMatchObject({ state: 'registered' });
  expect(await registrationOf(house, file)).toMatchObject({ category: 'poor', right: { state: 'open' } });
  const { decision } = expectDone(await house.ask(ownHand, decisionOnFile, { application: file }), 'decision-on-file');
  expect(decision).toMatchObject({ outcome: 'poor', reasonCode: 'reformed-on-appeal' });
  const [from, to] = [addDays(today(house.house.clock), -1).toString(), today(house.house.clock).toString()];
  const listed = { province: '05.081', from, to, limit: 500 };
  const { families } = expectDone(await house.ask(await house.as('salma.anam'), familiesToRegister, listed), 'to-register');
  const { number } = await fileOf(house, file);
  expect(families.filter(({ request }) => request === number)).toMatchObject([{ category: 'poor', operation: 'N' }]);
  const upheld = await fileOf(house, files.upheld);
  expect(families.some(({ request }) => request === upheld.number)).toBe(false);
});

test('a family that pays and is found poor owes nothing, and its rights open to their end', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  const { number } = await registrationOf(house, file);
  expect(await dueOf(house, file)).toMatchObject({ state: 'notified' });
  await hear(house, await contestAdmitted(house, file), { outcome: 'reformed', category: 'poor' });
  await house.settle();
  expect(await registrationOf(house, file)).toMatchObject({ number, category: 'poor', right: { state: 'open' } });
  const asked = { registrations: [number] };
  const { dues } = expectDone(await house.ask(ownHand, duesOfRegistrations, asked), 'dues');
  expect(dues).toMatchObject([{ state: 'waived' }]);
});

test('a request sent back is decided again by its own commission, and the new decision can be contested in its turn', async () => {
  const file = files.sentBack;
  const appeal = await contestAdmitted(house, file);
  await hear(house, appeal, { outcome: 'sent_back', asks: 'Read the deed of sale.' });
  expect(await fileOf(house, file)).toMatchObject({ state: 'scored', outcome: null, closed_for: null });
  const called = await house.as('training.secretary');
  const { territory } = await fileOf(house, file);
  const heldOn = today(house.house.clock).toString();
  const next = expectDone(await house.do(called, conveneSitting, { territory, heldOn }), 'convene-sitting').sitting;
  const proposed = expectDone(await house.ask(called, agendaProposal, { sitting: next }), 'agenda-proposal');
  expect(proposed.files[0]).toMatchObject({ application: file, why: 'returned', note: 'Read the deed of sale.' });
  const sitting = await schedule(house, [file]);
  await sit(house, sitting);
  const province = await house.as('training.province');
  expectDone(await house.do(province, validateSittings, { sittings: [sitting] }), 'validate-sittings');
  expect(await fileOf(house, file)).toMatchObject({ state: 'closed', outcome: 'refused' });
  const counter = aPost('counter-agent', '05.081');
  const again = expectDone(await house.do(counter, takeAppeal, { application: file, ...grievance }), 'take-appeal');
  expect(again.appeal).not.toBe(appeal);
});

test('an upheld decision is the last word here', async () => {
  await hear(house, await contestAdmitted(house, files.upheld), { outcome: 'upheld' });
  const asked = { application: files.upheld };
  const { decision } = expectDone(await house.ask(ownHand, decisionOnFile, asked), 'decision-on-file');
  expect(decision).toMatchObject({ outcome: 'refused', reasonCode: 'as-scored' });
  expect(await fileOf(house, files.upheld)).toMatchObject({ state: 'closed', outcome: 'refused' });
});

test('the first commission learns what was changed and why; counts name nobody and say how sure they are', async () => {
  const local = aPost('commission-secretary', '05.081.01.03');
  const { lessons } = expectDone(await house.ask(local, appealLessons, {}), 'appeal-lessons');
  expect(lessons.map(({ answer }) => answer.outcome).sort()).toEqual(['reformed', 'reformed', 'sent_back']);
  expect(lessons.map(({ first }) => first.outcome).sort()).toEqual(['refused', 'refused', 'vulnerable']);
  expect(lessons[0]).toMatchObject({ first: { reason: 'as-scored' }, criteria: ['patrimony'] });
  const counted = expectDone(await house.ask(local, appealStatistics, {}), 'appeal-statistics');
  expect(counted.all).toMatchObject({ ruled: 4, upheld: 1, reformed: 2, sentBack: 1 });
  expect(counted.all.low).toBeLessThan(3 / 4);
  expect(counted.all.high).toBeGreaterThan(3 / 4);
  expect(counted.criteria).toMatchObject([{ group: 'patrimony', ruled: 4 }]);
  expect(counted.milieux).toMatchObject([{ group: 'urban', ruled: 4 }]);
  const away = aPost('commission-secretary', '05.091.01.01');
  expect(expectDone(await house.ask(away, appealLessons, {}), 'appeal-lessons').lessons).toEqual([]);
  expect(JSON.stringify(counted)).not.toMatch(/Khalid|خالد/);
});

test('the queue of the province has what waits for it, with the days that are left', async () => {
  const { appeals } = expectDone(await house.ask(await house.as('samira.appeals'), appealsQueue, {}), 'appeals-queue');
  expect(appeals).toMatchObject([
    { application: files.sentBack, state: 'filed', clock: 'normal', daysLeft: 30, first: 'refused', criteria: ['patrimony'] },
  ]);
});
