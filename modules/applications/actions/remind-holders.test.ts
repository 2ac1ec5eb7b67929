import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stoppedClock } from '#platform/clock';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, systemActor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused, linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { fileRequests, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { remindHoldersNightly } from '../jobs/remind-holders.ts';
import { deadlines, toldToMe } from '../queries/deadlines.ts';
import { answerEscalation } from './answer-escalation.ts';
import { openChecking } from './open-checking.ts';
import { remindHolders } from './remind-holders.ts';

const COMMUNE = '05.081.03.07';
const FILED = '2026-03-02T09:00:00Z';
const clock = stoppedClock(FILED);
let house: TestHouse;
let file: string;
const counter = aPost('counter-agent', COMMUNE);
const province = aPost('provincial-officer', '05.081');
const nation = aPost('registration-officer', '');

beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

/** One request, filed on the second of March. */
beforeEach(async () => {
  clock.moveTo(FILED);
  await sql`delete from applications.reminder`.execute(house.owner.kysely);
  await sql`update applications.application set state = 'closed'`.execute(house.owner.kysely);
  [file = ''] = await fileRequests(house, aFamily());
  await sql`update applications.application set state = 'filed', since = ${FILED}, filed_on = '2026-03-02' where id = ${file}`.execute(
    house.owner.kysely,
  );
});

/** The job of a night, at four in the morning of a day. */
async function night(day: string): Promise<void> {
  clock.moveTo(`${day}T04:20:00Z`);
  const { desk, clock: now, log } = house.house;
  const context = {
    desk,
    actor: systemActor(remindHoldersNightly.name),
    clock: now,
    key: newId(),
    log,
    enqueue: async () => undefined,
  };
  await remindHoldersNightly.handle(context, null as never);
}

type Line = { clock: string; said: string; told: string; days: number; over: boolean };

async function told(): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select clock, said, told, days, over_at is not null as over from applications.reminder order by told_at, said, clock`.execute(
    house.owner.kysely,
  );
  return rows;
}

const warning = { clock: 'filed', said: 'warning', told: COMMUNE, days: 11, over: false };
const escalation = { clock: 'filed', said: 'escalation', told: '05.081', days: 16, over: false };

test('nothing is said while a file stands as long as is normal', async () => {
  await night('2026-03-12');
  expect(await told()).toEqual([]);
});

test('the holder is warned once, then the level above is told once', async () => {
  await night('2026-03-13');
  expect(await told()).toEqual([warning]);
  await night('2026-03-14');
  expect(await told()).toEqual([warning]);
  await night('2026-03-18');
  expect(await told()).toEqual([warning, escalation]);
  await night('2026-03-19');
  expect(await told()).toEqual([warning, escalation]);
});

test('two jobs of one night tell nothing twice', async () => {
  await Promise.all([night('2026-03-18'), night('2026-03-18')]);
  expect(await told()).toEqual([escalation]);
});

test('a week without the job loses nothing: what became late meanwhile is escalated', async () => {
  await night('2026-03-12');
  await night('2026-03-20');
  expect(await told()).toEqual([{ ...escalation, days: 18 }]);
});

test('from the deposit to the decision the days count whatever happens to the file meanwhile', async () => {
  await sql`update applications.application set state = 'scored', since = '2026-04-30T08:00:00Z' where id = ${file}`.execute(
    house.owner.kysely,
  );
  await night('2026-05-02');
  expect(await told()).toEqual([{ clock: 'decision', said: 'escalation', told: '05.081', days: 61, over: false }]);
});

test('a file that moves is no more reminded of, and its next stay has a warning of its own', async () => {
  await night('2026-03-18');
  await sql`update applications.application set state = 'incomplete', since = '2026-03-18T09:00:00Z' where id = ${file}`.execute(
    house.owner.kysely,
  );
  const { escalated } = expectDone(await house.ask(province, toldToMe, {}), 'told');
  expect(escalated.all).toBe(0);
  await sql`update applications.application set state = 'filed', since = '2026-03-19T09:00:00Z' where id = ${file}`.execute(
    house.owner.kysely,
  );
  await night('2026-03-30');
  expect(await told()).toEqual([{ ...escalation, over: true }, warning]);
});

test('the law of the day on which the stay began says how long it may last', async () => {
  const { delays } = expectDone(await house.ask(province, deadlines, {}), 'deadlines');
  expect(delays.find(({ clock: one }) => one === 'filed')).toMatchObject({
    ...{ holder: 'counter', normal: 5, warning: 10, late: 15, status: 'unverified' },
    files: { all: 1, warning: 0, late: 0 },
  });
  clock.moveTo('2026-03-13T08:00:00Z');
  const later = expectDone(await house.ask(province, deadlines, {}), 'deadlines').delays;
  expect(later.find(({ clock: one }) => one === 'filed')?.files).toMatchObject({ warning: 1, late: 0 });
  expect(later.map(({ clock: one }) => one)).toContain('cardDelivery');
  expect(later.find(({ clock: one }) => one === 'decision')).toMatchObject({ silence: 'none', files: { all: 1 } });
  const elsewhere = expectDone(await house.ask(aPost('provincial-officer', '05.091'), deadlines, {}), 'deadlines').delays;
  expect(elsewhere.every(({ files }) => files === undefined)).toBe(true);
});

test('each telling has a line of the journal, and the same night again changes nothing', async () => {
  clock.moveTo('2026-03-18T04:20:00Z');
  const key = newId();
  const input = { clock: 'filed' } as const;
  const first = expectDone(await house.do(ownHand, remindHolders, input, key), 'remind');
  expect(first).toEqual({ warned: 0, escalated: 1 });
  expect(await house.do(ownHand, remindHolders, input, key)).toEqual({ ok: true, output: first, repeated: true });
  expect(await linesOf(house, key)).toMatchObject([
    { subject: `application:${file}`, territory: COMMUNE, reason: 'escalation:filed', action: 'applications.remind-holders' },
  ]);
  expect(await house.do(province, remindHolders, input)).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } });
});

test('who holds the file is warned, who is above is told, and nobody else', async () => {
  await night('2026-03-13');
  const seen = async (actor: Actor) => {
    const { warned, escalated } = expectDone(await house.ask(actor, toldToMe, {}), 'told');
    return [warned.all, escalated.all];
  };
  expect(await seen(counter)).toEqual([1, 0]);
  await night('2026-03-18');
  expect(await seen(counter)).toEqual([0, 0]);
  expect(await seen(province)).toEqual([0, 1]);
  expect(await seen(aPost('provincial-officer', '05.091'))).toEqual([0, 0]);
  expect(await seen(nation)).toEqual([0, 0]);
});

test('what stands with a family is told to the counter that follows it', async () => {
  await sql`update applications.application set state = 'incomplete', since = ${FILED} where id = ${file}`.execute(
    house.owner.kysely,
  );
  await night('2026-03-23');
  const { warned } = expectDone(await house.ask(counter, toldToMe, {}), 'told');
  expect(warned.some).toMatchObject([{ clock: 'incomplete', holder: 'citizen', territory: COMMUNE }]);
  expect(expectDone(await house.ask(province, toldToMe, {}), 'told').warned.all).toBe(0);
});

test('many escalations do not hide a warning', async () => {
  const [second = ''] = await fileRequests(house, aFamily());
  await sql`update applications.application set state = 'decided', since = ${FILED} where id in (${file}::uuid, ${second}::uuid)`.execute(
    house.owner.kysely,
  );
  await night('2026-03-13');
  await sql`update applications.reminder set said = 'escalation' where subject_id = ${second}`.execute(house.owner.kysely);
  const { warned, escalated } = expectDone(await house.ask(province, toldToMe, { limit: 1 }), 'told');
  expect([warned.all, warned.some.length, escalated.all, escalated.some.length]).toEqual([1, 1, 1, 1]);
});

test('the level above says what it does about it, once', async () => {
  await night('2026-03-18');
  const { escalated } = expectDone(await house.ask(province, toldToMe, {}), 'told');
  const reminders = escalated.some.map(({ id }) => id);
  const input = { reminders, doing: 'نقل عون إضافي إلى الشباك' };
  const otherInput = { ...input, doing: 'Un agent de plus au guichet' };
  const refusals: [Actor, typeof input, string][] = [
    [aPost('provincial-officer', '05.091'), input, 'reminder-not-found'],
    [nation, input, 'not-escalated-here'],
    [province, { ...input, reminders: [String(newId())] }, 'reminder-not-found'],
    [counter, input, 'not-allowed'],
  ];
  for (const [by, refused, as] of refusals) await expectRefused(house, answerEscalation, { by, input: refused, as });
  const { output, lines } = await expectProperDeed(house, answerEscalation, { by: province, input, otherInput });
  expect(output).toEqual({ answered: 1 });
  expect(lines).toMatchObject([{ subject: `application:${file}`, reason: input.doing, territory: COMMUNE }]);
  await expectRefused(house, answerEscalation, { by: province, input, as: 'already-answered' });
  expect(expectDone(await house.ask(province, toldToMe, {}), 'told').escalated.all).toBe(0);
});

test('a file that its holder took up in time is not spoken of', async () => {
  clock.moveTo('2026-03-10T09:00:00Z');
  expectDone(await house.do(ownHand, openChecking, { applications: [file] }), 'open-checking');
  await night('2026-03-13');
  expect((await told()).filter(({ clock: one }) => one === 'filed')).toEqual([]);
});
