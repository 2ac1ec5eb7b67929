import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { newcomerOfEvent } from '../queries/newcomer-of-event.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { reportLifeEvent } from './report-life-event.ts';
import { undoLifeEvent } from './undo-life-event.ts';

let house: TestHouse;
let officer: Actor;
let counter: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
  counter = aPost('counter-agent', '05.081');
});
afterAll(() => house.close());

/** The family itself, on its own page. */
const familyOf = (file: string): Actor => ({
  id: `citizen:${file}`,
  permissions: new Set(['entitlements:see-family', 'entitlements:report-event'] as const),
  scopes: ['*'],
});

const today = new Date().toISOString().slice(0, 10);
const yesterday = addDays(toDate(today), -1).toString();
const reason = 'the act was shown';
const accepted = { decision: 'accepted', reason } as const;

async function aRegistered() {
  const family = aFamily();
  const [file = ''] = await register(house, family);
  const { number } = await registrationOf(house, file);
  const earlier = (table: string, column: string) =>
    house.owner.pool.query(`update entitlements.${table} set ${column} = ${column} - 300 where $1 in (${numberOf(table)})`, [
      number,
    ]);
  await earlier('beneficiary', 'from_day');
  await earlier('registration', 'registered_on');
  const [head] = family.members;
  if (!head) throw new Error('a family has a head');
  return { file, number, head: { names: head.names, sex: head.sex, birthDate: head.birth_date, cnie: head.cnie } };
}
const numberOf = (table: string) => (table === 'registration' ? 'number' : 'registration_number');

async function membersOf(registration: string) {
  const outcome = await house.ask(officer, familyOverTime, { registration });
  if (!outcome.ok || !outcome.output.family) throw new Error('no such family');
  return outcome.output.family.members;
}
const isIn = async (registration: string, given: string) =>
  (await membersOf(registration)).filter(({ names, isIn: is }) => is && names.fr?.given === given).length;

type Report = Parameters<typeof reportLifeEvent.run>[1];
const aReport = (registration: string, more: Partial<Report>): Report => ({
  ...{ event: newId(), registration, kind: 'marriage', happenedOn: today, proof: 'ACT-12/2026', ...more },
});
/** Reported, and the insurers have answered about who comes. */
async function reported(report: Report, by = counter): Promise<string> {
  expect(await house.do(by, reportLifeEvent, report)).toMatchObject({ ok: true });
  await house.settle();
  return report.event;
}
const toldOf = async (name: string) =>
  (await house.owner.pool.query('select payload from platform.event where name = $1', [name])).rows.map(({ payload }) => payload);

test('whom the register knows otherwise by that card is refused, with the field; a family that tells it is not told', async () => {
  const [here, there] = [await aRegistered(), await aRegistered()];
  for (const [field, wrong] of [
    ['birthDate', { birthDate: '1995-04-02' }],
    ['sex', { sex: there.head.sex === 'F' ? 'M' : 'F' }],
    ['names', { names: { fr: { family: 'Bennani', given: 'Salma' } } }],
  ] as const) {
    const report = aReport(here.number, { newcomer: { ...there.head, ...wrong } });
    await expectRefused(house, reportLifeEvent, { by: counter, input: report, as: 'register-differs' });
    const event = await reported(report, familyOf(here.file));
    expect(await house.ask(officer, newcomerOfEvent, { event })).toMatchObject({ ok: true, output: { differs: [field] } });
    expect(await house.do(officer, decideLifeEvent, { event, ...accepted })).toMatchObject({
      refusal: { refused: 'register-differs', place: `newcomer.${field}`, facts: { field } },
    });
  }
});

test('who has rights in another family is shown before the decision, and comes once it is said how that family is left', async () => {
  const [here, there] = [await aRegistered(), await aRegistered()];
  const event = await reported(aReport(here.number, { newcomer: there.head }));
  const shown = await house.ask(officer, newcomerOfEvent, { event });
  expect(shown).toMatchObject({
    output: { differs: [], elsewhere: [{ registration: there.number, entitledBy: 'applicant', leavings: ['departure'] }] },
  });
  const input = { event, ...accepted };
  await expectRefused(house, decideLifeEvent, { by: officer, input, as: 'member-elsewhere' });
  await expectRefused(house, decideLifeEvent, { by: officer, input: { ...input, leaving: 'divorce' }, as: 'person-unfit' });
  const { lines } = await expectProperDeed(house, decideLifeEvent, {
    ...{ by: officer, input: { ...input, leaving: 'departure' as const }, otherInput: input },
  });
  expect(lines.map(({ subject }) => subject).sort()).toEqual([here, there].map(({ number }) => `registration:${number}`).sort());
  const { names } = there.head;
  const left = (await membersOf(there.number)).find((member) => member.names.fr?.given === names.fr?.given);
  expect(left).toMatchObject({ isIn: false, until: yesterday, endsBy: 'departure' });
  expect(await toldOf('entitlements.member-moved')).toContainEqual({ registrations: [there.number] });
  expect(await toldOf('entitlements.life-event-decided')).toContainEqual({ event, registrations: [here.number] });
});

test('undone, from whichever family, both are as they were', async () => {
  const [here, there] = [await aRegistered(), await aRegistered()];
  const given = there.head.names.fr?.given ?? '';
  const before = [await isIn(here.number, given), await isIn(there.number, given)];
  const event = await reported(aReport(here.number, { newcomer: there.head }));
  expect(await house.do(officer, decideLifeEvent, { event, ...accepted, leaving: 'departure' })).toMatchObject({ ok: true });
  expect(await isIn(there.number, given)).toBe((before[1] ?? 0) - 1);
  const outcome = await house.ask(officer, familyOverTime, { registration: there.number });
  const [twin] = (outcome.ok && outcome.output.family?.events) || [];
  expect(twin).toMatchObject({ kind: 'departure', reportedBy: 'agency', state: 'accepted', reason });
  expect(await house.do(officer, undoLifeEvent, { event: twin?.event ?? '', reason })).toMatchObject({ ok: true });
  expect([await isIn(here.number, given), await isIn(there.number, given)]).toEqual(before);
  await expectRefused(house, undoLifeEvent, { by: officer, input: { event, reason }, as: 'event-not-accepted' });
});

test('a family of whom nobody would be left has its rights closed first', async () => {
  const [here, there] = [await aRegistered(), await aRegistered()];
  await house.owner.pool.query(
    `update entitlements.beneficiary set to_day = current_date - 10, ends_by = 'departure'
     where registration_number = $1 and entitled_by <> 'applicant'`,
    [there.number],
  );
  const event = await reported(aReport(here.number, { newcomer: there.head }));
  const input = { event, ...accepted, leaving: 'departure' as const };
  await expectRefused(house, decideLifeEvent, { by: officer, input, as: 'family-emptied' });
});

test('who left one family and has rights in another is not put back into the first', async () => {
  const [here, there] = [await aRegistered(), await aRegistered()];
  const [head] = await membersOf(there.number);
  const departure = aReport(there.number, { kind: 'departure', person: head?.person, happenedOn: yesterday });
  const left = await reported(departure);
  expect(await house.do(officer, decideLifeEvent, { event: left, ...accepted })).toMatchObject({ ok: true });
  const event = await reported(aReport(here.number, { newcomer: there.head }));
  expect(await house.do(officer, decideLifeEvent, { event, ...accepted })).toMatchObject({ ok: true });
  await expectRefused(house, undoLifeEvent, { by: officer, input: { event: left, reason }, as: 'member-elsewhere' });
});
