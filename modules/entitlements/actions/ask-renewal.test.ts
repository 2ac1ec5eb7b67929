import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordDecisions, sealSitting, validateSittings } from '#modules/commissions';
import { decideLifeEvent, registrationsOfRequests, reportLifeEvent } from '#modules/entitlements';
import { today } from '#platform/clock';
import { addDays, addMonths } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import {
  aRuling,
  deedNamed,
  fileOf,
  openRoom,
  ownHand,
  pay,
  register,
  registrationOf,
  schedule,
  signOnPaper,
  sit,
} from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { newerRequest } from '../queries/newer-request.ts';
import { renewalOf } from '../queries/renewal-of.ts';
import { requestsOfFamily } from '../queries/requests-of-family.ts';
import { waitingRenewals } from '../queries/waiting-renewals.ts';
import { askRenewal } from './ask-renewal.ts';
import { beginRenewals } from './begin-renewals.ts';
import { callToRenew } from './call-to-renew.ts';
import { closeAtTerm } from './close-at-term.ts';
import { endForCover } from './end-for-cover.ts';

let house: TestHouse;
let counter: Actor;
beforeAll(async () => {
  house = await openTestHouse();
  counter = aPost('counter-agent', '05.081');
});
afterAll(() => house.close());

const on = () => today(house.house.clock);
const sql = (text: string, values: unknown[]) => house.owner.pool.query(text, values);

/** The rights of a family began so long ago that they end in so many days; negative: they have ended. */
async function endsIn(number: string, days: number): Promise<string> {
  const from = addMonths(addDays(on(), days + 1), -36).toString();
  await sql('update entitlements.registration set registered_on = $2 where number = $1', [number, from]);
  await sql(
    `update entitlements.right_period set from_day = $2, to_day = $3, known_from = $2::date where registration_number = $1`,
    [number, from, addDays(on(), days).toString()],
  );
  await sql('update entitlements.beneficiary set from_day = $2, known_from = $2::date where registration_number = $1', [
    number,
    from,
  ]);
  return addDays(on(), days).toString();
}
/** Days go by: what is kept of a family's rights is as if it had been so many days ago. */
async function daysGoBy(number: string, days: number): Promise<void> {
  for (const [table, columns] of [
    ['registration', ['registered_on']],
    ['right_period', ['from_day', 'to_day']],
    ['beneficiary', ['from_day', 'to_day']],
    ['renewal', ['from_day']],
  ] as const) {
    const key = table === 'registration' ? 'number' : 'registration_number';
    const set = columns.map((column) => `${column} = ${column} - $2::int`).join(', ');
    await sql(`update entitlements.${table} set ${set} where ${key} = $1`, [number, days]);
  }
}
const aRegistered = async (kind: 'poor' | 'vulnerable') => {
  const [file = ''] = await register(house, aFamily(kind));
  return { file, number: (await registrationOf(house, file)).number };
};
const asking = (registration: string, request = newId()) => ({ request, registration, declaredOnHonour: true as const });
const ask = async (number: string) => expectDone(await house.do(counter, askRenewal, asking(number)), 'ask-renewal').application;
const family = async (registration: string) => {
  const { family: found } = expectDone(await house.ask(counter, familyOverTime, { registration }), 'family');
  if (!found) throw new Error('no family');
  return found;
};

/** The papers of a renewal are accepted, and it goes the road of every request to its registration. */
async function decide(asked: string | string[], outcome: 'as-scored' | 'refused' | 'vulnerable' = 'as-scored'): Promise<void> {
  const applications = [asked].flat();
  const [file = ''] = applications;
  expectDone(await house.do(ownHand, deedNamed(house, 'applications.open-checking'), { applications }), 'open-checking');
  await house.settle();
  const sitting = await schedule(house, applications);
  if (outcome === 'as-scored') await sit(house, sitting);
  else await rule(sitting, file, outcome);
  expectDone(await house.do(await house.as('training.province'), validateSittings, { sittings: [sitting] }), 'validate');
  await house.settle();
}
/** The commission decides against the score. */
async function rule(sitting: string, file: string, outcome: 'refused' | 'vulnerable'): Promise<void> {
  const secretary = await house.as('training.secretary');
  await openRoom(house, sitting);
  const rulings = [aRuling(file, outcome, 'resources-understated')];
  expectDone(await house.do(secretary, recordDecisions, { sitting, rulings }), 'record-decisions');
  expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  await signOnPaper(house, sitting);
}
const answerOf = async (number: string, more: { knownAt?: string; on?: string } = {}) => {
  const asked = { subjects: [{ by: 'registration' as const, number }], ...more };
  return expectDone(await house.ask(await house.as('salma.anam'), house.house.rightOf, asked), 'right-of').answers[0];
};
const waiting = async () => {
  const { renewals } = expectDone(await house.ask(counter, waitingRenewals, {}), 'waiting-renewals');
  return renewals;
};
const night = () => house.do(ownHand, beginRenewals, {});

test('asked for in time and decided, the new right begins under the same number on the day after the old one ends, and the card is made', async () => {
  const { file, number } = await aRegistered('poor');
  const term = await endsIn(number, 60);
  expect(await house.ask(ownHand, renewalOf, { application: file })).toMatchObject({
    output: { renewal: { registration: number } },
  });
  const request = newId();
  const { output, lines } = await expectProperDeed(house, askRenewal, {
    ...{ by: counter, input: asking(number, request), otherInput: asking('261000000000') },
  });
  expect(output.application).toBe(request);
  expect(lines).toContainEqual(expect.objectContaining({ subject: `registration:${number}` }));
  expect(await fileOf(house, request)).toMatchObject({ state: 'filed' });
  await decide(request);
  const begins = addDays(on(), 61).toString();
  const known = await family(number);
  expect(known.rights).toMatchObject([
    { state: 'open', to: term, reason: 'registered' },
    { state: 'open', from: begins, reason: 'renewed', to: addDays(addMonths(addDays(on(), 61), 36), -1).toString() },
  ]);
  expect(known).toMatchObject({ request: file, members: expect.arrayContaining([expect.objectContaining({ isIn: true })]) });
  expect(await fileOf(house, request)).toMatchObject({ state: 'registered' });
  expect(await foundBy(file, request)).toEqual([number, number]);
  expect(await night()).toMatchObject({ output: { begun: 0 } });
  await daysGoBy(number, 61);
  expect(await house.do(ownHand, closeAtTerm, {})).toMatchObject({ output: { closed: 0 } });
  expect(await night()).toMatchObject({ output: { begun: 1 } });
  expect(await night()).toMatchObject({ output: { begun: 0 } });
  const moved = await family(number);
  expect(moved).toMatchObject({ request, registeredOn: on().toString() });
  expect(moved.members).toHaveLength(known.members.length);
  expect(moved.members.every(({ isIn }) => isIn)).toBe(true);
  const both = await house.ask(ownHand, registrationsOfRequests, { applications: [file, request] });
  expect(both).toMatchObject({ output: { registrations: [{ number }, { number }] } });
  expect(await foundBy(file, request)).toEqual([number, number]);
  const { number: receipt, territory } = await fileOf(house, request);
  const newer = { application: request, number: receipt, territory, askedOn: expect.any(String), begins: on().toString() };
  expect(await house.ask(counter, newerRequest, { application: file })).toMatchObject({ output: { newer } });
  expect(await house.ask(counter, newerRequest, { application: request })).toMatchObject({ output: {} });
  expect(await house.ask(aPost('hospital-desk', '05.081'), newerRequest, { application: file })).toMatchObject({
    refusal: { refused: 'not-allowed' },
  });
});

/** Whom the rights question finds by the receipts of some requests, as it finds them open. */
async function foundBy(...files: readonly string[]) {
  const subjects = [];
  for (const file of files) subjects.push({ by: 'receipt' as const, number: (await fileOf(house, file)).number });
  const asked = await house.ask(await house.as('salma.anam'), house.house.rightOf, { subjects });
  return expectDone(asked, 'right-of').answers.map(({ state, registration }) => (state === 'open' ? registration : state));
}

const cardsOf = async (number: string) => {
  const found = await sql(
    'select valid_from::text as from, valid_to::text as to from cards.card where registration_number = $1 order by 1',
    [number],
  );
  return found.rows;
};

test('a poor family has its new card when the new right begins', async () => {
  const { number } = await aRegistered('poor');
  await endsIn(number, 20);
  await decide(await ask(number));
  await daysGoBy(number, 21);
  await sql('update cards.card set valid_to = current_date - 1, valid_from = current_date - 400 where registration_number = $1', [
    number,
  ]);
  await night();
  await house.settle();
  expect(await cardsOf(number)).toMatchObject([{}, { from: on().toString() }]);
});

test('decided late, the new right begins on the day of its registration, and the days between stay without', async () => {
  const { number } = await aRegistered('poor');
  await endsIn(number, -10);
  await house.do(ownHand, closeAtTerm, {});
  const request = await ask(number);
  await decide(request);
  const { rights, request: rests } = await family(number);
  expect(rests).toBe(request);
  expect(rights.toSorted((one, other) => (one.from < other.from ? -1 : 1))).toMatchObject([
    { state: 'open', to: addDays(on(), -10).toString() },
    { state: 'closed', from: addDays(on(), -9).toString(), reason: 'term' },
    { state: 'open', from: on().toString(), reason: 'renewed' },
  ]);
  const asked = asking(number);
  await expectRefused(house, askRenewal, { by: counter, input: asked, as: 'renewal-not-open' });
});

test('a renewal that is refused leaves the running right to its term, and may be asked for again', async () => {
  const { number } = await aRegistered('poor');
  const term = await endsIn(number, 60);
  const request = await ask(number);
  await decide(request, 'refused');
  expect(await fileOf(house, request)).toMatchObject({ state: 'closed' });
  const { rights } = await family(number);
  expect(rights).toMatchObject([{ state: 'open', to: term }]);
  expect(rights).toHaveLength(1);
  const told = await house.ask(counter, newerRequest, { application: request });
  expect(told).toMatchObject({ output: { running: { registration: number, endsOn: term } } });
  await sql(
    `insert into entitlements.renewal_call (registration_number, term, call_on, is_planned, called_at, territory)
    select number, current_date + 20, current_date - 40, false, now() - interval '40 days', territory
    from entitlements.registration where number = $1`,
    [number],
  );
  await house.do(ownHand, callToRenew, { step: 'reminder' });
  const { rows } = await sql('select reminded_at from entitlements.renewal_call where registration_number = $1', [number]);
  expect(rows).toEqual([{ reminded_at: null }]);
  expect(await house.do(counter, askRenewal, asking(number))).toMatchObject({ ok: true });
});

test('families whose renewals are validated together are renewed together, each from its own day and with its own members', async () => {
  const families = [await aRegistered('poor'), await aRegistered('poor')];
  const days = [60, 30];
  const requests = [];
  for (const [at, { number }] of families.entries()) {
    await endsIn(number, days[at] ?? 0);
    requests.push(await ask(number));
  }
  await decide(requests);
  for (const [at, { number }] of families.entries()) {
    const { rights, members } = await family(number);
    const from = addDays(on(), (days[at] ?? 0) + 1).toString();
    expect(rights).toMatchObject([{ reason: 'registered' }, { state: 'open', reason: 'renewed', from }]);
    expect(members.length).toBeGreaterThan(1);
    expect(members.every(({ isIn }) => isIn)).toBe(true);
    const begun = await sql(
      "select count(*)::int as members from entitlements.beneficiary where registration_number = $1 and begun_by = 'renewed' and from_day = $2",
      [number, from],
    );
    expect(begun.rows).toEqual([{ members: members.length }]);
  }
});

test('asked for twice, too early, for nobody or by nobody, it is refused; the day on which it opens is named', async () => {
  const { file, number } = await aRegistered('poor');
  const term = await endsIn(number, 200);
  const opens = addMonths(addDays(on(), 201), -3).toString();
  expect(await house.do(counter, askRenewal, asking(number))).toMatchObject({
    refusal: { refused: 'renewal-not-open', facts: { day: opens } },
  });
  expect(await house.ask(ownHand, renewalOf, { application: file })).toMatchObject({
    output: { renewal: { opensOn: opens, endsOn: term, answers: { members: expect.any(Array) } } },
  });
  await endsIn(number, 60);
  await ask(number);
  await expectRefused(house, askRenewal, { by: counter, input: asking(number), as: 'renewal-asked' });
  await expectRefused(house, askRenewal, { by: counter, input: asking('261000000000'), as: 'registration-unknown' });
  const elsewhere = aPost('counter-agent', '06.141');
  await expectRefused(house, askRenewal, { by: elsewhere, input: asking(number), as: 'registration-unknown' });
  const hospital = aPost('hospital-desk', '05.081');
  await expectRefused(house, askRenewal, { by: hospital, input: asking(number), as: 'not-allowed' });
  const noDraft = { ...asking((await aRenewable()).number), draft: newId() };
  await expectRefused(house, askRenewal, { by: counter, input: noDraft, as: 'draft-not-found' });
  await expectRefused(house, beginRenewals, { by: counter, input: {}, as: 'not-allowed' });
});

test('what a family wrote to ask again renews no other family, nor does what was written for a first request', async () => {
  const [own, other] = [await aRenewable(), await aRenewable()];
  const { renewal } = expectDone(await house.ask(ownHand, renewalOf, { application: own.file }), 'renewal-of');
  const renews = { registration: own.number, answers: renewal?.answers };
  for (const more of [{ renews }, {}]) {
    const draft = newId();
    const input = { draft, codeDigest: draft.replaceAll('-', '').padEnd(64, '0'), language: 'fr', ...more };
    expectDone(await house.do(ownHand, deedNamed(house, 'applications.open-draft'), input), 'open-draft');
    const asked = { ...asking(other.number), draft };
    await expectRefused(house, askRenewal, { by: ownHand, input: asked, as: 'draft-not-found' });
    if ('renews' in more)
      expect(await house.do(ownHand, askRenewal, { ...asking(own.number), draft })).toMatchObject({ ok: true });
  }
});

const aRenewable = async () => {
  const found = await aRegistered('poor');
  await endsIn(found.number, 60);
  return found;
};

test('a family whose category changes pays the first year before it begins, and its right opens on the day without a gap', async () => {
  const { file, number } = await aRenewable();
  const request = await ask(number);
  await decide(request, 'vulnerable');
  const begins = addDays(on(), 61).toString();
  expect(await family(number)).toMatchObject({ category: 'poor', request: file });
  const before = (await family(number)).rights;
  expect(before).toMatchObject([{ state: 'open' }, { state: 'pending_payment', from: begins, reason: 'renewed' }]);
  await pay(house, request);
  await house.settle();
  expect((await family(number)).rights).toMatchObject([
    { state: 'open', reason: 'registered' },
    { state: 'open', from: begins, reason: 'contribution-paid', to: addDays(addMonths(addDays(on(), 61), 12), -1).toString() },
  ]);
  const dues = await sql('select year_of_right, state from contributions.due where registration_number = $1', [number]);
  expect(dues.rows).toEqual([{ year_of_right: 4, state: 'paid' }]);
  const told = await answerOf(number);
  expect(told).toMatchObject({ category: 'poor', next: 'none' });
  const knownAt = new Date().toISOString();
  const day = on().toString();
  await night();
  await wait(3);
  await daysGoBy(number, 61);
  await night();
  expect(await family(number)).toMatchObject({ category: 'vulnerable', request });
  expect(await answerOf(number)).toMatchObject({ category: 'vulnerable' });
  expect(await answerOf(number, { knownAt, on: day }), 'what was known before is told as it was').toMatchObject({
    ...{ category: 'poor', persons: told?.persons?.map(() => expect.anything()) },
  });
});

test('a family that has asked is neither called nor reminded', async () => {
  const { number } = await aRenewable();
  const other = await aRenewable();
  await ask(number);
  await house.do(ownHand, callToRenew, { step: 'opened' });
  const called = async () =>
    (
      await sql(
        'select registration_number as number from entitlements.renewal_call where reminded_at is not null or called_at is not null',
        [],
      )
    ).rows.map((row) => row.number);
  expect(await called()).toContain(other.number);
  expect(await called()).not.toContain(number);
  await ask(other.number);
  await sql(
    `update entitlements.renewal_call set term = current_date + 20, call_on = current_date - 40, called_at = now() - interval '40 days'`,
    [],
  );
  await house.do(ownHand, callToRenew, { step: 'reminder' });
  const { rows } = await sql('select reminded_at from entitlements.renewal_call where registration_number = $1', [other.number]);
  expect(rows).toEqual([{ reminded_at: null }]);
});

test('what is restated leaves out who has gone, and takes in who came', async () => {
  const { number } = await aRenewable();
  const { members } = await family(number);
  const officer = await house.as('salma.anam');
  const told = { registration: number, proof: 'A-1', happenedOn: on().toString() };
  const born = { names: { fr: { given: 'Nour', family: 'Essai' } }, sex: 'F' as const, birthDate: on().toString() };
  const gone = members.at(-1)?.person;
  for (const event of [
    { ...told, event: newId(), kind: 'birth' as const, newcomer: born },
    ...(gone === undefined || members.length < 2 ? [] : [{ ...told, event: newId(), kind: 'departure' as const, person: gone }]),
  ]) {
    expectDone(await house.do(counter, reportLifeEvent, event), 'report');
    expectDone(await house.do(officer, decideLifeEvent, { event: event.event, decision: 'accepted', reason: 'seen' }), 'decide');
  }
  const request = await ask(number);
  const { rows } = await sql('select kind, declaration from applications.application where id = $1', [request]);
  expect(rows[0].kind).toBe('renewal');
  expect(rows[0].declaration.members).toHaveLength(members.length);
  expect(rows[0].declaration.members.at(-1)).toMatchObject({ relation: 'child', names: born.names });
});

test('what is restated leaves out whom another scheme covers, and nothing is held for it again', async () => {
  const { file, number } = await aRenewable();
  const { members } = await family(number);
  const covered = { case: newId(), application: file, person: members.at(-1)?.person ?? '', from: on().toString() };
  expectDone(await house.do(ownHand, endForCover, covered), 'end-for-cover');
  const request = await ask(number);
  const { rows } = await sql('select declaration from applications.application where id = $1', [request]);
  expect(rows[0].declaration.members).toHaveLength(members.length - 1);
});

test('the requests of a family are known from each of them, and no other family’s', async () => {
  const { file, number } = await aRenewable();
  const requestsOf = async (application: string) =>
    expectDone(await house.ask(counter, requestsOfFamily, { application }), 'requests').applications.toSorted();
  expect(await requestsOf(file)).toEqual([file]);
  const request = await ask(number);
  const both = [file, request].toSorted();
  expect([await requestsOf(file), await requestsOf(request)]).toEqual([both, both]);
});

test('who asked for rights again waits at the counter until the request is registered or closed', async () => {
  const [{ number }, refused] = [await aRegistered('poor'), await aRegistered('poor')];
  await endsIn(number, 60);
  await endsIn(refused.number, 60);
  const [file, other] = [await ask(number), await ask(refused.number)];
  const mine = async () => (await waiting()).filter(({ request }) => [file, other].includes(request));
  expect(await mine()).toHaveLength(2);
  expect((await mine()).find(({ request }) => request === file)).toMatchObject({ registration: number, state: 'filed' });
  await decide(file);
  await decide(other, 'refused');
  expect(await mine()).toEqual([]);
});
