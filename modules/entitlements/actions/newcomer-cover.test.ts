import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { askNewcomerAgain } from './ask-newcomer-again.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { reportLifeEvent } from './report-life-event.ts';

let house: TestHouse;
let officer: Actor;
let counter: Actor;
let number = '';

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
  counter = aPost('counter-agent', '05.081');
  const [file = ''] = await register(house, aFamily('poor'));
  ({ number } = await registrationOf(house, file));
});
afterAll(() => house.close());

const today = new Date().toISOString().slice(0, 10);
const reason = 'the act was shown';

/** What the insurers' stand-in answers is read off the end of the card: partners/magic.ts. */
async function reported(kind: 'birth' | 'marriage', cnie?: string): Promise<string> {
  const event = newId();
  const who = { names: { fr: { family: 'Nouvelle', given: 'Salma' } }, sex: 'F' as const, birthDate: '1995-04-02' };
  const newcomer = { ...who, ...(cnie === undefined ? {} : { cnie }) };
  const report = { event, registration: number, kind, happenedOn: today, proof: 'ACT-40/2026', newcomer };
  expect(await house.do(counter, reportLifeEvent, report)).toMatchObject({ ok: true });
  return event;
}

async function coverOf(event: string) {
  const outcome = await house.ask(officer, familyOverTime, { registration: number });
  if (!outcome.ok) throw new Error('not answered');
  return outcome.output.family?.events.find((one) => one.event === event)?.cover;
}

const accepting = (event: string) => ({ event, decision: 'accepted' as const, reason });

test('a spouse is accepted once the insurers have answered that no other scheme covers them', async () => {
  const event = await reported('marriage', 'ZZ120057');
  expect(await coverOf(event)).toBeUndefined();
  await expectRefused(house, decideLifeEvent, { by: officer, input: accepting(event), as: 'cover-unanswered' });
  await house.settle();
  expect(await coverOf(event)).toMatchObject({ state: 'clear', covers: [] });
  expect(await house.do(officer, decideLifeEvent, accepting(event))).toMatchObject({ ok: true });
});

test('who is covered elsewhere is not taken in, may be refused, and the insurers are asked again when an officer wants it', async () => {
  const event = await reported('marriage', 'ZZ120086');
  await house.settle();
  expect(await coverOf(event)).toMatchObject({ state: 'overlap', covers: [{ scheme: 'art114', role: 'insured' }] });
  await expectRefused(house, decideLifeEvent, { by: officer, input: accepting(event), as: 'newcomer-covered' });
  const before = (await coverOf(event))?.askedAt;
  const { lines } = await expectProperDeed(house, askNewcomerAgain, {
    ...{ by: officer, input: { event }, otherInput: { event: newId() } },
  });
  expect(lines).toMatchObject([{ subject: `registration:${number}` }]);
  await house.settle();
  expect((await coverOf(event))?.askedAt).not.toBe(before);
  await expectRefused(house, askNewcomerAgain, { by: counter, input: { event }, as: 'not-allowed' });
  await expectRefused(house, askNewcomerAgain, { by: officer, input: { event: newId() }, as: 'event-unknown' });
  expect(await house.do(officer, decideLifeEvent, { event, decision: 'refused', reason })).toMatchObject({ ok: true });
  await expectRefused(house, askNewcomerAgain, { by: officer, input: { event }, as: 'event-decided' });
});

test('an insurer that does not answer about a newborn is waited for by nobody; about a spouse by the officer', async () => {
  const [birth, marriage] = [await reported('birth', 'ZZ120174'), await reported('marriage', 'ZZ120274')];
  await house.settle();
  expect(await coverOf(birth)).toMatchObject({ state: 'waiting' });
  expect(await house.do(officer, decideLifeEvent, accepting(birth))).toMatchObject({ ok: true });
  await expectRefused(house, decideLifeEvent, { by: officer, input: accepting(marriage), as: 'cover-unanswered' });
});

test('what brings nobody into the family asks no insurer', async () => {
  const event = newId();
  const move = { event, registration: number, kind: 'move' as const, happenedOn: today, proof: 'R-1', commune: '05.091.01.01' };
  expect(await house.do(counter, reportLifeEvent, move)).toMatchObject({ ok: true });
  await house.settle();
  expect(await coverOf(event)).toBeUndefined();
  await expectRefused(house, askNewcomerAgain, { by: officer, input: { event }, as: 'newcomer-missing' });
});
