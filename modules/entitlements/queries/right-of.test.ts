import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCredential } from '#modules/cards';
import { validateSittings } from '#modules/commissions';
import { addDays, toDate } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { cardClaims, receiptClaims } from '../../../modules/cards/testing/credentials.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { checkRequests, fileOf, pay, register, registrationOf, schedule, sit } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import type { AskedRight } from '../model/asked-right.ts';
import { standingRight } from './standing-right.ts';

let house: TestHouse;
let officer: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
});
afterAll(() => house.close());

async function ask(subjects: AskedRight[], more: Record<string, unknown> = {}) {
  return expectDone(await house.ask(officer, house.house.rightOf, { subjects, ...more }), 'right-of');
}
async function answerFor(subject: AskedRight, more: Record<string, unknown> = {}) {
  const { answers } = await ask([subject], more);
  return answers[0];
}
const byNumber = (number: string): AskedRight => ({ by: 'registration', number });

/** The family’s head by national card and birth date, as the file has them. */
async function headOf(file: string): Promise<Extract<AskedRight, { by: 'card' }>> {
  const { declaration } = await fileOf(house, file);
  const [head] = declaration.members;
  return { by: 'card', cnie: head?.cnie ?? '', birthDate: head?.birth_date ?? '' };
}

/** A file of the samples is years old: its receipt is made as old as a fresh one’s. Gives its day. */
async function filedLately(file: string): Promise<string> {
  await house.owner.pool.query('update applications.application set filed_on = current_date - 20 where id = $1', [file]);
  return (await fileOf(house, file)).filed_on;
}

async function readingsOf(subject: string) {
  const { rows } = await house.owner.pool.query(
    'select actor, shown, told, territory from audit.reading where subject = $1 and told is not null',
    [subject],
  );
  return rows;
}

test('a family with open rights is told so by its number, its card, its receipt and its signed code, with the end and the persons', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number, right } = await registrationOf(house, file);
  const { number: receipt } = await fileOf(house, file);
  const { text } = issueCredential(cardClaims({ registrationNumber: number }), house.house.signingKey);
  const typed = number.replace(/(.{4})/g, '$1 ');
  const named: AskedRight[] = [
    byNumber(typed),
    await headOf(file),
    { by: 'receipt', number: receipt },
    { by: 'code', code: text },
  ];
  const { answers } = await ask(named);
  for (const answer of answers)
    expect(answer).toMatchObject({
      state: 'open',
      since: right?.from_day,
      until: right?.to_day,
      next: 'none',
      registration: number,
    });
  expect(answers.map(({ card }) => card)).toEqual([undefined, undefined, undefined, cardClaims().cardSerial]);
  expect(answers[1]?.persons?.filter(({ isAsked }) => isAsked)).toMatchObject([{ ref: 1 }]);
  expect(answers[0]?.persons?.length).toBeGreaterThan(1);
  expect(await readingsOf(`application:${file}`)).toHaveLength(4);
});

test('a vulnerable family is told to pay, with the amount and the emergencies of its receipt; once it has paid, what was known before stays so', async () => {
  const [file = ''] = await register(house, aFamily('vulnerable'));
  const { number } = await registrationOf(house, file);
  const before = new Date().toISOString();
  const filedOn = await filedLately(file);
  expect(await answerFor(byNumber(number))).toMatchObject({
    ...{ state: 'unpaid', next: 'pay', due: { amountCentimes: 48_000 } },
    emergenciesUntil: addDays(toDate(filedOn), 60).toString(),
  });
  await pay(house, file);
  await house.settle();
  expect(await answerFor(await headOf(file))).toMatchObject({ state: 'open', reason: 'contribution-paid' });
  const earlier = await answerFor(byNumber(number), { knownAt: before });
  expect(earlier).toMatchObject({ state: 'unpaid', reason: 'registered' });
  expect(earlier).not.toHaveProperty('due');
});

test('a family that waits for its decision has emergencies by its receipt to the last day, and is unknown before it asked', async () => {
  const [file = ''] = await checkRequests(house, aFamily('poor'));
  const since = await filedLately(file);
  const { number } = await fileOf(house, file);
  const until = addDays(toDate(since), 60).toString();
  const { text } = issueCredential(receiptClaims({ receiptNumber: number }), house.house.signingKey);
  for (const subject of [{ by: 'receipt', number }, { by: 'code', code: text }, await headOf(file)] as AskedRight[])
    expect(await answerFor(subject)).toMatchObject({ state: 'emergency-only', since, until, next: 'follow-request' });
  const over = await answerFor({ by: 'receipt', number }, { on: addDays(toDate(until), 1).toString() });
  expect(over).toMatchObject({ state: 'expired', reason: 'receipt-term' });
  expect(await answerFor({ by: 'receipt', number }, { knownAt: '2020-01-01T00:00:00Z' })).toMatchObject({ state: 'unknown' });
});

test('what a receipt opens ends with the decision: a registered right for the admitted, nothing for the refused; the day before stays what it was', async () => {
  const [admitted = '', refused = ''] = await checkRequests(house, aFamily('poor'), aFamily('not eligible'));
  const bySubject = async (file: string): Promise<AskedRight> => ({ by: 'receipt', number: (await fileOf(house, file)).number });
  const both = [admitted, refused];
  const states = async (more: Record<string, unknown> = {}) =>
    (await ask(await Promise.all(both.map(bySubject)), more)).answers.map(({ state }) => state);
  for (const file of both) await filedLately(file);
  expect(await states()).toEqual(['emergency-only', 'emergency-only']);
  const sittings = [];
  for (const file of both) {
    const sitting = await schedule(house, [file]);
    await sit(house, sitting);
    sittings.push(sitting);
  }
  expect(await states()).toEqual(['emergency-only', 'emergency-only']);
  await wait(3);
  const before = new Date().toISOString();
  await wait(3);
  expectDone(await house.do(await house.as('training.province'), validateSittings, { sittings }), 'validate');
  await house.settle();
  expect(await states()).toEqual(['open', 'unknown']);
  expect(await states({ knownAt: before })).toEqual(['emergency-only', 'emergency-only']);
  expect(await answerFor(await headOf(refused))).toMatchObject({ state: 'unknown' });
});

test('who is not known is told nothing: a wrong birth date, a number that cannot be, a code that nobody signed', async () => {
  const [file = ''] = await checkRequests(house, aFamily('poor'));
  const head = await headOf(file);
  const forged = issueCredential(cardClaims(), house.house.signingKey).text.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const { answers } = await ask([{ ...head, birthDate: '1901-01-01' }, byNumber('260000000001'), { by: 'code', code: forged }]);
  expect(answers).toEqual([
    { state: 'unknown', reason: 'not-found', next: 'apply' },
    { state: 'unknown', reason: 'number-wrong', next: 'check-number' },
    { state: 'unknown', reason: expect.stringMatching(/^code-/), next: expect.any(String) },
  ]);
});

test('a thousand are asked at once by as many statements as one, each answer is noted, and a national card never stands in the journal', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await registrationOf(house, file);
  const nobody = Array.from(
    { length: 999 },
    (_, place): AskedRight => ({ by: 'card', cnie: `ZZ${place}`, birthDate: '1990-01-01' }),
  );
  const { answers } = await ask([...nobody, byNumber(number)], { fields: ['period'] });
  expect(answers).toHaveLength(1_000);
  expect(answers.at(-1)).toMatchObject({ state: 'open' });
  expect(Object.keys(answers.at(-1) ?? {}).sort()).toEqual(['about', 'since', 'state', 'until']);
  expect(await readingsOf(`application:${file}`)).toMatchObject([{ actor: officer.id, shown: 1, told: 'open:period' }]);
  const { rows } = await house.owner.pool.query(
    `select count(*)::int as lines, count(*) filter (where reading::text like '%ZZ%')::int as cards from audit.reading where told like 'unknown%'`,
  );
  expect(rows[0]).toMatchObject({ cards: 0 });
  expect(rows[0].lines).toBeGreaterThanOrEqual(999);
});

test('whose post does not ask for rights is not told any', async () => {
  const outcome = await house.ask(await house.as('hanane.azilal'), house.house.rightOf, { subjects: [byNumber('260000000001')] });
  expect(outcome).toMatchObject({ ok: false, refusal: { refused: 'not-allowed' } });
});

test.each(['0001-01-01', '1900-01-01', '9999-12-31'])(
  'of %s, when no law gave rights, a family that has them today is answered as any',
  async (on) => {
    const [file = ''] = await register(house, aFamily('poor'));
    const { number } = await registrationOf(house, file);
    const answer = await answerFor(byNumber(number), { on });
    expect(answer?.state).not.toBe('open');
  },
);

test('the family’s own pages tell what the question tells, and nobody is noted; outside its territory, or of a number that is none, nothing', async () => {
  const [file = ''] = await register(house, aFamily('poor'));
  const { number } = await registrationOf(house, file);
  const { state, since, until, reason, next } = (await answerFor(byNumber(number))) ?? {};
  const noted = (await readingsOf(`application:${file}`)).length;
  const asked = async (registration: string, by = officer) =>
    expectDone(await house.ask(by, standingRight, { registration }), standingRight.name).right;
  expect(await asked(number)).toEqual({ state, since, until, reason, next });
  expect(await readingsOf(`application:${file}`)).toHaveLength(noted);
  expect(await asked('260000000001')).toBeUndefined();
  const elsewhere: Actor = { id: 'public', permissions: new Set(['entitlements:read'] as const), scopes: ['11'] };
  expect(await asked(number, elsewhere)).toBeUndefined();
  expect(await house.ask({ ...elsewhere, permissions: new Set() }, standingRight, { registration: number })).toMatchObject({
    ok: false,
  });
});
