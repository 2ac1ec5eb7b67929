import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applications } from '#modules/applications';
import { stoppedClock } from '#platform/clock';
import { sql } from '#platform/database';
import { type PlainDate, Temporal } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, checkRequests, fileOf, ownHand, schedule, sit } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { SilenceEffects } from '../model/silence.ts';
import { deadlinesOfCommissions } from '../queries/deadlines.ts';
import { decisionOnFile } from '../queries/sittings.ts';
import { askEnquiry } from './ask-enquiry.ts';
import { carryOutSilence } from './carry-out-silence.ts';
import { fileAppeal } from './file-appeal.ts';
import { remindCommissions } from './remind-commissions.ts';
import { validateSittings } from './validate-sittings.ts';

const START = '2026-12-02T09:00:00Z';
const clock = stoppedClock(START);
let house: TestHouse;
const toldToMe = applications.queries.find(({ name }) => name === 'applications.told-to-me');

beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

async function told(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', kind, clock, said, '→', nullif(told, ''), case when over_at is not null then 'over' end) as line
    from applications.reminder where kind <> 'application' order by told_at, line`.execute(house.owner.kysely);
  return rows.map(({ line }) => line);
}

async function night(day: string) {
  clock.moveTo(`${day}T04:40:00Z`);
  return expectDone(await house.do(ownHand, remindCommissions, {}), 'remind');
}

async function afresh(): Promise<void> {
  clock.moveTo(START);
  await sql`delete from applications.reminder`.execute(house.owner.kysely);
  await sql`update commissions.sitting set state = 'validated'`.execute(house.owner.kysely);
  await sql`delete from commissions.enquiry`.execute(house.owner.kysely);
  await sql`update commissions.appeal set state = 'not_admissible'`.execute(house.owner.kysely);
}

describe('what stands with a commission', () => {
  test('a sitting that was not held is warned of, then told to the province, each once', async () => {
    await afresh();
    await schedule(house, await checkRequests(house, aFamily()));
    expect(await night('2026-12-03')).toEqual({ warned: 0, escalated: 0 });
    expect(await night('2026-12-04')).toEqual({ warned: 1, escalated: 0 });
    expect(await night('2026-12-05')).toEqual({ warned: 0, escalated: 0 });
    expect(await night('2026-12-12')).toEqual({ warned: 0, escalated: 1 });
    expect(await night('2026-12-13')).toEqual({ warned: 0, escalated: 0 });
    expect(await told()).toEqual(['sitting convened warning → 05.081.03.07', 'sitting convened escalation → 05.081']);
  });

  test('sealed minutes that the province leaves go up to the nation, and are no more spoken of once validated', async () => {
    await afresh();
    const sitting = await schedule(house, await checkRequests(house, aFamily()));
    await sit(house, sitting);
    await night('2026-12-13');
    await night('2026-12-20');
    expect(await told()).toEqual(['sitting decided warning → 05.081', 'sitting decided escalation →']);
    expectDone(await house.do(await house.as('driss.province'), validateSittings, { sittings: [sitting] }), 'validate');
    await house.settle();
    expect(await told()).toEqual(['sitting decided warning → 05.081 over', 'sitting decided escalation → over']);
  });

  test('an enquiry and an appeal are held to the day that was promised', async () => {
    await afresh();
    const [asked = ''] = await checkRequests(house, aFamily());
    const input = { application: asked, question: 'Rooms?', points: ['dwelling' as const], dueOn: '2026-12-10' };
    expectDone(await house.do(await house.as('naima.secretary'), askEnquiry, input), 'ask');
    expect(await night('2026-12-06')).toEqual({ warned: 0, escalated: 0 });
    expect(await night('2026-12-07')).toEqual({ warned: 1, escalated: 0 });
    expect(await night('2026-12-11')).toEqual({ warned: 0, escalated: 1 });
    const [contested = ''] = await vulnerable();
    const filed = { application: contested, criteria: ['income' as const], words: '', language: 'ar' as const };
    expectDone(await house.do(ownHand, fileAppeal, filed), 'appeal');
    expect(await night('2027-01-09')).toEqual({ warned: 1, escalated: 0 });
    expect((await told()).filter((line) => line.startsWith('appeal'))).toEqual(['appeal appeal warning → 05.091']);
  });

  test('a week without the job escalates what became late; each telling is journaled, twice is once', async () => {
    await afresh();
    await schedule(house, await checkRequests(house, aFamily()));
    clock.moveTo('2026-12-14T04:40:00Z');
    const key = newId();
    const first = expectDone(await house.do(ownHand, remindCommissions, {}, key), 'remind');
    expect(first).toEqual({ warned: 0, escalated: 1 });
    expect(await house.do(ownHand, remindCommissions, {}, key)).toEqual({ ok: true, output: first, repeated: true });
    expect(await linesOf(house, key)).toMatchObject([{ territory: '05.081.03.07', reason: 'escalation:convened' }]);
    const province = aPost('provincial-officer', '05.081');
    const { counted } = expectDone(await house.ask(province, deadlinesOfCommissions, {}), 'deadlines');
    expect(counted).toMatchObject([
      { clock: 'convened', kind: 'sitting', holder: 'commission-secretary', all: 1, warning: 0, late: 1 },
    ]);
    expect(
      expectDone(await house.ask(aPost('provincial-officer', '05.091'), deadlinesOfCommissions, {}), 'deadlines').counted,
    ).toEqual([]);
    expect(await house.ask(province, toldToMe as never, {})).toMatchObject({ output: { escalated: { all: 1 } } });
    expect(await house.do(province, remindCommissions, {})).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } });
  });
});

function vulnerable(): Promise<string[]> {
  return admit(house, aFamily('vulnerable', { at: 'beni mellal' }));
}

describe('what the law makes of silence', () => {
  const law = (from: string, effects: SilenceEffects) => (day: PlainDate) =>
    Temporal.PlainDate.compare(day, Temporal.PlainDate.from(from)) < 0
      ? ({ decision: 'none', decided: 'none' } as const)
      : effects;

  /** Two requests filed eighty days ago that nobody decided. */
  async function waiting(): Promise<string[]> {
    await afresh();
    await sql`update applications.application set state = 'closed'`.execute(house.owner.kysely);
    const files = await checkRequests(house, aFamily('poor'), aFamily('poor'));
    await sql`update applications.application set filed_on = '2026-08-10' where id = any(${files}::uuid[])`.execute(
      house.owner.kysely,
    );
    return files;
  }

  async function stateOf(file: string) {
    const { state } = await fileOf(house, file);
    const { decision } = expectDone(await house.ask(ownHand, decisionOnFile, { application: file }), 'decision');
    return [state, decision?.outcome, decision?.reasonCode];
  }

  test('nothing, by the law of today', async () => {
    const [file = ''] = await waiting();
    expect(expectDone(await house.do(ownHand, carryOutSilence(), {}), 'silence')).toEqual({ decided: 0, validated: 0 });
    expect(await stateOf(file)).toEqual(['scored', undefined, undefined]);
  });

  test('accepted from a day on: each family is admitted with the reason said, journaled, once', async () => {
    const [file = '', other = ''] = await waiting();
    const deed = carryOutSilence(law('2026-12-02', { decision: 'accepted', decided: 'none' }));
    const key = newId();
    const first = expectDone(await house.do(ownHand, deed, {}, key), 'silence');
    expect(first).toEqual({ decided: 2, validated: 0 });
    expect(await house.do(ownHand, deed, {}, key)).toEqual({ ok: true, output: first, repeated: true });
    expect(expectDone(await house.do(ownHand, deed, {}), 'again')).toEqual({ decided: 0, validated: 0 });
    for (const one of [file, other]) expect(await stateOf(one)).toEqual(['validated', 'poor', 'silence']);
    const lines = await linesOf(house, key);
    expect(lines.map(({ action }) => action)).toContain('commissions.carry-out-silence');
    expect(lines.filter(({ subject, reason }) => subject === `application:${file}` && reason === 'silence')).toHaveLength(1);
    const { rows } = await sql<{ name: string }>`select name from platform.event where deed = ${key} order by name`.execute(
      house.owner.kysely,
    );
    expect(rows.map(({ name }) => name)).toEqual(['commissions.decisions-validated', 'commissions.validated']);
  });

  test('refused: the request is closed and can be contested; the day before the law changes nothing happens', async () => {
    const [file = ''] = await waiting();
    const before = carryOutSilence(law('2026-12-03', { decision: 'refused', decided: 'none' }));
    expect(expectDone(await house.do(ownHand, before, {}), 'silence')).toEqual({ decided: 0, validated: 0 });
    clock.moveTo('2026-12-03T03:30:00Z');
    expect(expectDone(await house.do(ownHand, before, {}), 'silence').decided).toBe(2);
    expect(await stateOf(file)).toEqual(['closed', 'refused', 'silence']);
  });

  test('a request still within its delay waits', async () => {
    const [file = ''] = await waiting();
    await sql`update applications.application set filed_on = '2026-10-20' where id = ${file}`.execute(house.owner.kysely);
    const deed = carryOutSilence(law('2026-01-01', { decision: 'accepted', decided: 'none' }));
    expect(expectDone(await house.do(ownHand, deed, {}), 'silence').decided).toBe(1);
    expect((await stateOf(file))[0]).toBe('scored');
  });

  test('minutes that the province left are held validated', async () => {
    await waiting();
    const [file = ''] = await checkRequests(house, aFamily());
    await sit(house, await schedule(house, [file]));
    const deed = carryOutSilence(law('2026-01-01', { decision: 'none', decided: 'accepted' }));
    clock.moveTo('2026-12-10T03:30:00Z');
    expect(expectDone(await house.do(ownHand, deed, {}), 'silence').validated).toBe(0);
    clock.moveTo('2026-12-20T03:30:00Z');
    expect(expectDone(await house.do(ownHand, deed, {}), 'silence').validated).toBe(1);
    expect((await stateOf(file))[0]).toBe('validated');
    expect(await house.do(aPost('provincial-officer', ''), deed, {})).toMatchObject({
      ok: false,
      refusal: { refused: 'not-allowed' },
    });
  });
});
