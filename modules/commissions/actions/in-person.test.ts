import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stoppedClock, systemClock } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { aRuling, checkRequests, deedNamed, openRoom, schedule } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { parseMinutes } from '../model/minutes.ts';
import { sealedMinutes } from '../queries/sealed-minutes.ts';
import { sittingsCalendar } from '../queries/sittings-calendar.ts';
import { declareConflict } from './declare-conflict.ts';
import { notePresence } from './note-presence.ts';
import { recordDecisions } from './record-decisions.ts';
import { sealSitting } from './seal-sitting.ts';
import { undoDecision } from './undo-decision.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const clock = stoppedClock(systemClock.now().toString());
const chair = 'omar.interior';

let house: TestHouse;
let secretary: Actor;
const seconding = () => deedNamed(house, 'commissions.second-rulings');
const signing = () => deedNamed(house, 'commissions.sign-minutes');

beforeAll(async () => {
  house = await openTestHouse({ clock });
  secretary = await house.as('naima.secretary');
});
beforeEach(async () => {
  clock.moveTo(clock.now().add({ minutes: 1 }).toString());
  const telephones = ['omar.interior', 'leila.health', 'naima.secretary', 'driss.province'];
  await house.owner.pool.query(
    `update staff.agent set second_factor_secret = $1, failed_attempts = 0, locked_until = null where login = any($2)`,
    [SECRET, telephones],
  );
});
afterAll(() => house.close());

/** A code that has not served yet. */
async function aCode(): Promise<string> {
  clock.moveTo(clock.now().add({ seconds: 60 }).toString());
  return generate({ secret: SECRET, epoch: Math.floor(clock.now().epochMilliseconds / 1_000) });
}

async function memberOf(login: string): Promise<string> {
  const { rows } = await house.owner.pool.query(
    `select m.id from commissions.member m join staff.agent a on a.id = m.agent_id join commissions.commission c on c.id = m.commission_id
     where a.login = $1 and c.kind = 'cpl' and c.territory = '05.081.03.07'`,
    [login],
  );
  return rows[0].id;
}

/** A sitting that decided against the score so many times. */
async function againstScore(times: number) {
  const files = await checkRequests(house, ...Array.from({ length: times }, () => aFamily('poor')));
  const sitting = await schedule(house, files);
  await openRoom(house, sitting);
  const rulings = files.map((file) => ({
    ...aRuling(file, 'vulnerable', 'resources-understated'),
    ruledAt: clock.now().toString(),
  }));
  expectDone(await house.do(secretary, recordDecisions, { sitting, rulings }), 'record-decisions');
  return { sitting, files, rulings, last: files.slice(5) };
}

describe('a second person', () => {
  test('is needed before the seal past what a commission may decide alone against the score, and is named in the minutes', async () => {
    const { sitting, last } = await againstScore(6);
    await expectRefused(house, sealSitting, { by: secretary, input: { sitting }, as: 'second-person-awaited' });
    const input = { sitting, applications: last, login: chair, code: await aCode() };
    const otherInput = { ...input, login: 'leila.health' };
    const { output, lines } = await expectProperDeed(house, seconding(), { by: secretary, input, otherInput });
    expect(output).toEqual({ member: await memberOf(chair), seconded: 1 });
    expect(lines).toMatchObject([{ subject: `application:${last[0]}`, reason: (await house.as(chair)).id }]);
    expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
    const { sealed } = expectDone(await house.ask(secretary, sealedMinutes, { sitting }), 'sealed-minutes');
    const second = parseMinutes(sealed?.minutes ?? '').decisions.map((decision) => decision.seconded_by);
    expect(second).toEqual([null, null, null, null, null, await memberOf(chair)]);
  });

  test('is a member in the room with a voice on the file, and never whoever records', async () => {
    const { sitting, files, last } = await againstScore(6);
    const refused = async (change: object, as: string) => {
      const input = { sitting, applications: last, login: chair, code: await aCode(), ...change };
      await expectRefused(house, seconding(), { by: secretary, input, as });
    };
    await refused({ code: '000000' }, 'wrong-code');
    await refused({ login: 'nobody.here' }, 'wrong-code');
    await refused({ login: 'naima.secretary' }, 'same-person');
    await refused({ login: 'driss.province' }, 'not-in-the-room');
    await refused({ applications: [newId()] }, 'not-against-score');
    await refused({ sitting: newId() }, 'sitting-not-found');
    const moves = [{ member: await memberOf(chair), moved: 'left' as const, at: clock.now().toString() }];
    expectDone(await house.do(secretary, notePresence, { sitting, moves }), 'note-presence');
    await refused({}, 'not-in-the-room');
    const conflict = { sitting, application: files[0] ?? '', member: await memberOf('leila.health') };
    await expectRefused(house, declareConflict, { by: secretary, input: conflict, as: 'already-decided' });
    const input = { sitting, applications: last, login: chair, code: await aCode() };
    await expectRefused(house, seconding(), { by: await house.as(chair), input, as: 'not-allowed' });
    const neighbour = aPost('commission-secretary', '05.091');
    await expectRefused(house, seconding(), { by: neighbour, input, as: 'sitting-not-found' });
  });

  test('stands behind one ruling, not behind what is ruled after it was taken back; a code serves once', async () => {
    const { sitting, rulings, last } = await againstScore(6);
    const [application = ''] = last;
    const code = await aCode();
    const input = { sitting, applications: last, login: chair, code };
    expectDone(await house.do(secretary, seconding(), input), 'second-rulings');
    await expectRefused(house, seconding(), { by: secretary, input, as: 'not-against-score' });
    const ruling = rulings.at(-1)?.id ?? '';
    expectDone(await house.do(secretary, undoDecision, { sitting, ruling }), 'undo-decision');
    const again = { ...aRuling(application, 'vulnerable', 'resources-understated'), ruledAt: clock.now().toString() };
    expectDone(await house.do(secretary, recordDecisions, { sitting, rulings: [again] }), 'record-decisions');
    await expectRefused(house, sealSitting, { by: secretary, input: { sitting }, as: 'second-person-awaited' });
    await expectRefused(house, seconding(), { by: secretary, input, as: 'wrong-code' });
    const closed = await house.do(secretary, seconding(), { ...input, code: await aCode() });
    expectDone(closed, 'second-rulings');
    expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
    await expectRefused(house, seconding(), { by: secretary, input: { ...input, code: await aCode() }, as: 'sitting-not-open' });
  });

  test('is not guessed: after five wrong codes the account rests, whatever is given', async () => {
    const { sitting, last } = await againstScore(6);
    const input = { sitting, applications: last, login: chair, code: '000000' };
    for (let guess = 0; guess < 5; guess += 1) await house.do(secretary, seconding(), input);
    await expectRefused(house, seconding(), { by: secretary, input: { ...input, code: await aCode() }, as: 'wrong-code' });
    clock.moveTo(clock.now().add({ minutes: 16 }).toString());
    expectDone(await house.do(secretary, seconding(), { ...input, code: await aCode() }), 'second-rulings');
  });
});

describe('signing sealed minutes', () => {
  async function sealed() {
    const { sitting } = await againstScore(1);
    const { minutesDigest: digest } = expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
    return { sitting, digest };
  }

  const signatures = async (sitting: string) => {
    const { sittings } = expectDone(await house.ask(secretary, sittingsCalendar, {}), 'sittings-calendar');
    const { signatures: given, neededSignatures: needed } = sittings.find((one) => one.id === sitting) ?? {};
    return { given, needed };
  };

  test('a member signs the digest from the own session, another in the room beside the secretary: each institution counts once', async () => {
    const { sitting, digest } = await sealed();
    const own = { sitting, digest, code: await aCode() };
    const by = await house.as(chair);
    const { output, lines } = await expectProperDeed(house, signing(), { by, input: own, otherInput: { ...own, login: chair } });
    expect(output).toMatchObject({ member: await memberOf(chair) });
    expect(lines).toMatchObject([{ subject: `sitting:${sitting}`, after_digest: digest, reason: by.id }]);
    await expectRefused(house, signing(), { by, input: { ...own, code: await aCode() }, as: 'already-signed' });
    const beside = { sitting, digest, login: 'leila.health', code: await aCode() };
    expectDone(await house.do(secretary, signing(), beside), 'sign-minutes');
    expect(await signatures(sitting)).toMatchObject({ given: 2 });
    expectDone(await house.do(secretary, signing(), { sitting, digest, code: await aCode() }), 'the secretary signs too');
    expect(await signatures(sitting)).toMatchObject({ given: 2 });
  });

  test('another text, another person and another code are refused', async () => {
    const { sitting, digest } = await sealed();
    const input = { sitting, digest, login: chair, code: await aCode() };
    const refused = (change: object, as: string, by = secretary) =>
      expectRefused(house, signing(), { by, input: { ...input, ...change }, as });
    await refused({ digest: 'f'.repeat(64) }, 'minutes-differ');
    await refused({ code: '000000' }, 'wrong-code');
    await refused({ login: 'driss.province', code: await aCode() }, 'not-sat');
    await refused({ sitting: newId(), code: await aCode() }, 'sitting-not-found');
    await refused({}, 'not-allowed', await house.as('driss.province'));
    const { sitting: open } = await againstScore(1);
    await refused({ sitting: open, code: await aCode() }, 'sitting-not-sealed');
  });
});
