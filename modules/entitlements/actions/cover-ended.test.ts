import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { endForCover } from './end-for-cover.ts';
import { reportLifeEvent } from './report-life-event.ts';
import { restoreAfterCover } from './restore-after-cover.ts';
import { undoLifeEvent } from './undo-life-event.ts';

let house: TestHouse;
let officer: Actor;
let counter: Actor;
let family: { readonly file: string; readonly number: string; readonly person: string; readonly settled: string };

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
  counter = aPost('counter-agent', '05.081');
});
afterAll(() => house.close());

/** A poor family whose head another scheme covers. */
beforeEach(async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await registrationOf(house, file);
  const person = (await membersOf(number))[0]?.person ?? '';
  const settled = newId();
  family = { file, number, person, settled };
  expectDone(await house.do(ownHand, endForCover, { case: settled, application: file, person, from: day(0) }), 'end');
  await house.settle();
});

const day = (after: number) => addDays(today(house.house.clock), after).toString();
const reason = 'the certificate was shown';

async function membersOf(registration: string) {
  return expectDone(await house.ask(ownHand, familyOverTime, { registration }), 'family').family?.members ?? [];
}

const reportOf = (person = family.person) => ({
  ...{ event: newId(), registration: family.number, kind: 'cover-ended' as const, person, happenedOn: day(0), proof: 'CNSS-12' },
});

async function reported() {
  const report = reportOf();
  expectDone(await house.do(counter, reportLifeEvent, report), 'report');
  return { event: report.event, decision: 'accepted' as const, reason };
}

async function cardsOf(): Promise<string[]> {
  const { rows } = await house.owner.pool.query<{ state: string }>(
    'select state from cards.card where registration_number = $1 order by serial',
    [family.number],
  );
  return rows.map(({ state }) => state);
}

test('whom another scheme covered comes back once the insurers have answered that it no longer does; undone, is out again', async () => {
  const accepting = await reported();
  await expectRefused(house, decideLifeEvent, { by: officer, input: accepting, as: 'cover-unanswered' });
  expect((await membersOf(family.number))[0]).toMatchObject({ isIn: false });
  await house.settle();
  expectDone(await house.do(officer, decideLifeEvent, accepting), 'decide');
  await house.settle();
  expect((await membersOf(family.number))[0]).toMatchObject({ isIn: true, since: day(0) });
  expect((await cardsOf()).filter((state) => state === 'ordered')).toHaveLength(1);
  await expectRefused(house, reportLifeEvent, { by: counter, input: reportOf(), as: 'person-unfit' });
  expectDone(await house.do(officer, undoLifeEvent, { event: accepting.event, reason }), 'undo');
  expect((await membersOf(family.number))[0]).toMatchObject({ isIn: false, endsBy: 'double-cover' });
});

test('of a member whom no other scheme covered there is nothing to tell', async () => {
  const other = (await membersOf(family.number))[1]?.person;
  await expectRefused(house, reportLifeEvent, { by: counter, input: reportOf(other), as: 'person-unfit' });
  await expectRefused(house, reportLifeEvent, { by: counter, input: reportOf(newId()), as: 'person-unknown' });
});

test('who came back stays when the settlement is taken back later, and has one part', async () => {
  const accepting = await reported();
  await house.settle();
  expectDone(await house.do(officer, decideLifeEvent, accepting), 'decide');
  const settlements = [{ case: family.settled, application: family.file, person: family.person }];
  expect(await house.do(ownHand, restoreAfterCover, { settlements })).toMatchObject({ output: { restored: [] } });
  const { rows } = await house.owner.pool.query(
    'select from_day::text, to_day from entitlements.beneficiary where registration_number = $1 and person_id = $2 and known_to is null',
    [family.number, family.person],
  );
  expect(rows).toEqual([{ from_day: day(0), to_day: null }]);
});

test('nobody comes back into rights that are over', async () => {
  const accepting = await reported();
  await house.settle();
  for (const { person } of (await membersOf(family.number)).slice(1))
    await house.do(ownHand, endForCover, { case: newId(), application: family.file, person, from: day(0) });
  await expectRefused(house, decideLifeEvent, { by: officer, input: accepting, as: 'event-without-effect' });
});
