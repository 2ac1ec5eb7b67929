import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { readDossier } from '../../../surfaces/portal/routes/read-dossier.ts';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { waitingLifeEvents } from '../queries/waiting-life-events.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { reportLifeEvent } from './report-life-event.ts';
import { undoLifeEvent } from './undo-life-event.ts';
import { withdrawLifeEvent } from './withdraw-life-event.ts';

let house: TestHouse;
let officer: Actor;
let counter: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
  counter = aPost('counter-agent', '05.081');
});
afterAll(() => house.close());

const today = new Date().toISOString().slice(0, 10);
const reason = 'the act was shown';

async function aRegistered(kind: 'poor' | 'vulnerable' = 'poor') {
  const [file = ''] = await register(house, aFamily(kind));
  const { number } = await registrationOf(house, file);
  await house.owner.pool.query('update entitlements.beneficiary set from_day = from_day - 300 where registration_number = $1', [
    number,
  ]);
  await house.owner.pool.query('update entitlements.registration set registered_on = registered_on - 300 where number = $1', [
    number,
  ]);
  return { file, number, members: (await familyOf(number)).members };
}

async function familyOf(registration: string) {
  const outcome = await house.ask(officer, familyOverTime, { registration });
  if (!outcome.ok || !outcome.output.family) throw new Error('no such family');
  return outcome.output.family;
}

async function personsOf(number: string, more: Record<string, unknown> = {}) {
  const outcome = await house.ask(officer, house.house.rightOf, { subjects: [{ by: 'registration', number }], ...more });
  if (!outcome.ok) throw new Error('not answered');
  return outcome.output.answers[0]?.persons?.length;
}

/** Now, and what comes next comes later: two moments of one millisecond are the same to the books. */
async function aMomentBefore(): Promise<string> {
  const now = new Date().toISOString();
  await wait(3);
  return now;
}

type Report = Parameters<typeof reportLifeEvent.run>[1];
const aReport = (registration: string, more: Partial<Report> & Pick<Report, 'kind'>): Report => ({
  ...{ event: newId(), registration, happenedOn: today, proof: 'ACT-12/2026', ...more },
});
async function reported(report: Report): Promise<string> {
  expect(await house.do(counter, reportLifeEvent, report)).toMatchObject({ ok: true });
  return report.event;
}
const accept = (event: string) => house.do(officer, decideLifeEvent, { event, decision: 'accepted', reason });
const newborn = { names: { fr: { family: 'Nouveau', given: 'Ilyas' } }, sex: 'M' as const, birthDate: today };

test('a birth that is reported changes nothing until a person accepts it; then the child has its part from its birth', async () => {
  const { number, members } = await aRegistered();
  const input = aReport(number, { kind: 'birth', newcomer: newborn });
  const { lines } = await expectProperDeed(house, reportLifeEvent, {
    ...{ by: counter, input, otherInput: { ...input, proof: 'another' } },
  });
  expect(lines).toMatchObject([{ subject: `registration:${number}` }]);
  expect(await personsOf(number)).toBe(members.length);
  const waiting = await house.ask(officer, waitingLifeEvents, {});
  expect(waiting).toMatchObject({ ok: true, output: { events: [{ event: input.event, kind: 'birth', reportedBy: 'counter' }] } });
  const before = await aMomentBefore();
  await expectProperDeed(house, decideLifeEvent, {
    by: officer,
    input: { event: input.event, decision: 'accepted', reason },
    otherInput: { event: input.event, decision: 'refused', reason },
  });
  expect(await personsOf(number)).toBe(members.length + 1);
  expect(await personsOf(number, { knownAt: before })).toBe(members.length);
  const { members: after, events } = await familyOf(number);
  expect(after.at(-1)).toMatchObject({ names: newborn.names, isIn: true, since: today, endsBy: 'child-age' });
  expect(events).toMatchObject([{ state: 'accepted', reason }]);
});

test('a death ends the part of who died with its day, the card that names it is replaced; undone, it never ended', async () => {
  const { number, members } = await aRegistered();
  const spouse = members.find(({ entitledBy }) => entitledBy === 'spouse') ?? members.at(-1);
  const event = await reported(aReport(number, { kind: 'death', person: spouse?.person, happenedOn: '2026-03-01' }));
  await accept(event);
  await house.settle();
  expect(await personsOf(number, { on: '2026-03-01' })).toBe(members.length);
  expect(await personsOf(number, { on: '2026-03-02' })).toBe(members.length - 1);
  expect((await familyOf(number)).members.find(({ person }) => person === spouse?.person)).toMatchObject({
    ...{ isIn: false, until: '2026-03-01', endsBy: 'death' },
  });
  const cards = await house.owner.pool.query('select state from cards.card where registration_number = $1 order by serial', [
    number,
  ]);
  expect(cards.rows).toEqual([{ state: 'replaced' }, { state: 'ordered' }]);
  const believed = await aMomentBefore();
  await expectProperDeed(house, undoLifeEvent, {
    ...{ by: officer, input: { event, reason: 'another person died' }, otherInput: { event, reason: 'x' } },
  });
  expect(await personsOf(number)).toBe(members.length);
  expect(await personsOf(number, { knownAt: believed })).toBe(members.length - 1);
  await expectRefused(house, undoLifeEvent, { by: officer, input: { event, reason }, as: 'event-not-accepted' });
});

test('a newborn of a vulnerable family is asked for in the contribution that is not paid yet, and undone it is not', async () => {
  const { number, members } = await aRegistered('vulnerable');
  const owed = async () =>
    (
      await house.owner.pool.query(
        `select persons, amount_centimes from contributions.due where registration_number = $1 and state = 'notified'`,
        [number],
      )
    ).rows;
  const event = await reported(aReport(number, { kind: 'birth', newcomer: newborn }));
  await accept(event);
  expect(await owed()).toEqual([{ persons: members.length + 1, amount_centimes: 60_000 }]);
  await house.do(officer, undoLifeEvent, { event, reason });
  expect(await owed()).toEqual([{ persons: members.length, amount_centimes: 48_000 }]);
});

test('a spouse has its part from the day of the decision; a child goes on in studies to the age of the law', async () => {
  const { number, members } = await aRegistered();
  const spouse = {
    names: { ar: { family: 'بناني', given: 'سلمى' } },
    sex: 'F' as const,
    birthDate: '1995-04-02',
    cnie: 'zz 123 457',
  };
  const marriage = await reported(aReport(number, { kind: 'marriage', newcomer: spouse, happenedOn: '2026-02-01' }));
  await house.settle();
  await accept(marriage);
  const { members: after } = await familyOf(number);
  expect(after.find(({ names }) => names.ar?.given === 'سلمى')).toMatchObject({ entitledBy: 'spouse', since: today, isIn: true });
  const child = members.find(({ endsBy }) => endsBy === 'child-age');
  await accept(await reported(aReport(number, { kind: 'studies', person: child?.person })));
  const student = (await familyOf(number)).members.find(({ person }) => person === child?.person);
  expect(student).toMatchObject({ endsBy: 'student-age', isIn: true, since: child?.since });
  expect(Number(student?.until?.slice(0, 4)) - Number(child?.until?.slice(0, 4))).toBe(5);
});

test('a family that moves is of the other commune from then on, with its rights', async () => {
  const { number } = await aRegistered();
  const event = await reported(aReport(number, { kind: 'move', commune: '05.091.01.01' }));
  await accept(event);
  expect(await familyOf(number)).toMatchObject({ territory: '05.091.01.01', rights: [{ state: 'open' }] });
  await house.do(officer, undoLifeEvent, { event, reason });
  expect((await familyOf(number)).territory).not.toBe('05.091.01.01');
});

test('what a family that moves owes, its card and its page follow it, and come back when the move is undone', async () => {
  const { number } = await aRegistered('vulnerable');
  const [{ file }, { number: carded }] = [await fileOfNumber(number), await aRegistered('poor')];
  const placesOf = async () => {
    await house.settle();
    const { rows } = await house.owner.pool.query(
      `select territory from contributions.due where registration_number = $1
      union all select territory from cards.card where registration_number = $2`,
      [number, carded],
    );
    return rows.map((row) => row.territory);
  };
  const before = await placesOf();
  expect(before).toHaveLength(2);
  const there = '05.091.01.01';
  const moves = [];
  for (const one of [number, carded]) moves.push(await reported(aReport(one, { kind: 'move', commune: there })));
  for (const event of moves) await accept(event);
  expect(await placesOf()).toEqual([there, there]);
  const { rows } = await house.owner.pool.query('select territory from applications.application where id = $1', [file]);
  const dossier = await readDossier(house.house, { id: file, territory: rows[0].territory });
  expect(dossier?.registration).toMatchObject({ category: 'vulnerable', due: { state: 'notified' } });
  for (const event of moves) await house.do(officer, undoLifeEvent, { event, reason });
  expect(await placesOf()).toEqual(before);
});

async function fileOfNumber(number: string): Promise<{ file: string }> {
  const { rows } = await house.owner.pool.query('select request_id as file from entitlements.registration where number = $1', [
    number,
  ]);
  return rows[0];
}

test('a report that is refused or withdrawn changes nothing and stays to be read', async () => {
  const { number, members } = await aRegistered();
  const [first, second] = [
    aReport(number, { kind: 'birth', newcomer: newborn }),
    aReport(number, { kind: 'birth', newcomer: newborn }),
  ];
  await house.do(officer, decideLifeEvent, { event: await reported(first), decision: 'refused', reason });
  await reported(second);
  const input = { event: second.event, registration: number };
  await expectProperDeed(house, withdrawLifeEvent, { by: counter, input, otherInput: { ...input, registration: '1' } });
  expect((await familyOf(number)).events.map(({ state }) => state)).toEqual(['withdrawn', 'refused']);
  expect(await personsOf(number)).toBe(members.length);
  await expectRefused(house, decideLifeEvent, {
    ...{ by: officer, as: 'event-decided', input: { event: first.event, decision: 'accepted', reason } },
  });
  await expectRefused(house, withdrawLifeEvent, { by: counter, input, as: 'event-decided' });
  await expectRefused(house, undoLifeEvent, { by: officer, input: { event: first.event, reason }, as: 'event-not-accepted' });
});

test('what cannot be is refused: a day to come, a stranger, a spouse who studies, nobody born, a commune that is not, no such family', async () => {
  const { number, members } = await aRegistered();
  const head = members[0]?.person;
  const refused = (as: string, more: Partial<Report> & Pick<Report, 'kind'>, registration = number) =>
    expectRefused(house, reportLifeEvent, { by: counter, input: aReport(registration, more), as });
  await refused('event-to-come', { kind: 'death', person: head, happenedOn: '2999-01-01' });
  await refused('person-unknown', { kind: 'death', person: newId() });
  await refused('person-unfit', { kind: 'studies', person: head });
  await refused('newcomer-missing', { kind: 'birth' });
  await refused('commune-unknown', { kind: 'move', commune: '99.999' });
  await refused('registration-unknown', { kind: 'birth', newcomer: newborn }, '260000000000');
  const nobody = { event: newId(), reason };
  await expectRefused(house, decideLifeEvent, { by: officer, input: { ...nobody, decision: 'accepted' }, as: 'event-unknown' });
  await expectRefused(house, undoLifeEvent, { by: officer, input: nobody, as: 'event-unknown' });
  const unknown = { event: newId(), registration: number };
  await expectRefused(house, withdrawLifeEvent, { by: counter, input: unknown, as: 'event-unknown' });
});

test('whoever reports does not decide; a change that is no longer one, or that something followed, is refused', async () => {
  const { number, members } = await aRegistered();
  const { person } = members.at(-1) ?? {};
  const hospital = aPost('hospital-desk', '05.081');
  const first = await reported(aReport(number, { kind: 'departure', person, happenedOn: '2026-03-01' }));
  const second = await reported(aReport(number, { kind: 'death', person, happenedOn: '2026-04-01' }));
  const decision = { decision: 'accepted', reason } as const;
  await expectRefused(house, decideLifeEvent, { by: counter, input: { event: first, ...decision }, as: 'not-allowed' });
  await expectRefused(house, undoLifeEvent, { by: counter, input: { event: first, reason }, as: 'not-allowed' });
  await accept(first);
  await expectRefused(house, decideLifeEvent, { by: officer, input: { event: second, ...decision }, as: 'event-without-effect' });
  const third = await reported(aReport(number, { kind: 'death', person, happenedOn: '2026-02-20' }));
  await accept(third);
  await expectRefused(house, undoLifeEvent, { by: officer, input: { event: first, reason }, as: 'changed-since' });
  await expectRefused(house, reportLifeEvent, { by: hospital, input: aReport(number, { kind: 'birth' }), as: 'not-allowed' });
});

test('a day before the member had a part is refused, and a report sent again under another key is the same event', async () => {
  const { number, members } = await aRegistered();
  const spouse = members.find(({ entitledBy }) => entitledBy === 'spouse') ?? members.at(-1);
  const death = aReport(number, { kind: 'death', person: spouse?.person });
  await expectRefused(house, reportLifeEvent, {
    ...{ by: counter, input: { ...death, happenedOn: '1900-01-01' }, as: 'event-too-early' },
  });
  expect(await house.do(counter, reportLifeEvent, death)).toMatchObject({ ok: true });
  expect(await house.do(counter, reportLifeEvent, death)).toMatchObject({ ok: true, output: { event: death.event } });
  expect((await familyOf(number)).events).toHaveLength(1);
  await expectRefused(house, reportLifeEvent, {
    ...{ by: counter, input: { ...death, proof: 'ACT-13/2026' }, as: 'event-known' },
  });
});
