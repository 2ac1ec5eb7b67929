import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayOf, stoppedClock, systemClock } from '#platform/clock';
import { newId } from '#platform/ids';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { CAST_PASSWORD } from '../testing/cast.ts';
import { findSignedIn, type SignedIn, signIn, signOut } from './sign-in.ts';

const start = systemClock.now();
const clock = stoppedClock(start.toString());

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ clock });
});
beforeEach(async () => {
  clock.moveTo(start.toString());
  await house.owner.pool.query('update staff.agent set failed_attempts = 0, locked_until = null, active = true');
  await house.owner.pool.query('update staff.post set held_to = null');
});
afterAll(() => house.close());

const login = 'hanane.azilal';
const right = { login, password: CAST_PASSWORD };
const wrong = { login, password: 'guessed' };
const attempt = (credentials: Parameters<typeof signIn>[1]) => signIn(house.house, credentials);

async function signedIn(): Promise<SignedIn> {
  const outcome = await attempt(right);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

async function journalled(action: string): Promise<number> {
  const { rows } = await house.owner.pool.query('select count(*)::int as n from audit.entry where action = $1', [action]);
  return rows[0].n;
}

test('an agent signs in at the post held today, and the journal says so without a password', async () => {
  const before = await journalled('staff.sign-in');
  const { token } = await signedIn();
  const found = await findSignedIn(house.house, token);
  expect(found?.actor.scopes).toEqual(['05.081.01.01.']);
  expect(found?.session).toMatchObject({ login, role: 'counter-agent' });
  expect(await journalled('staff.sign-in')).toBe(before + 1);
});

test('a wrong password and an unknown login get the same answer', async () => {
  expect(await attempt(wrong)).toEqual({ refused: 'wrong-credentials' });
  expect(await attempt({ login: 'nobody', password: 'guessed' })).toEqual({ refused: 'wrong-credentials' });
});

test('after five wrong passwords the account rests for a quarter of an hour, even from the right one', async () => {
  const before = await journalled('staff.lock-account');
  for (let guess = 1; guess <= 5; guess += 1) expect(await attempt(wrong)).toEqual({ refused: 'wrong-credentials' });
  expect(await attempt(right)).toEqual({ refused: 'account-locked' });
  expect(await journalled('staff.lock-account')).toBe(before + 1);
  clock.moveTo(start.add({ minutes: 16 }).toString());
  expect(await attempt(right)).toHaveProperty('token');
});

test('who guesses is never told that an account is locked, so learns of no login that exists', async () => {
  const answers = [];
  for (let guess = 1; guess <= 8; guess += 1) answers.push(await attempt(wrong));
  expect(answers).toEqual(answers.map(() => ({ refused: 'wrong-credentials' })));
  expect(await attempt(right)).toEqual({ refused: 'account-locked' });
});

test('guesses made all at once are all counted', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(wrong)));
  const refusals = answers.map((answer) => ('refused' in answer ? answer.refused : 'in'));
  expect(new Set(refusals)).toEqual(new Set(['wrong-credentials']));
  expect(await attempt(right)).toEqual({ refused: 'account-locked' });
});

test('a session left alone for an hour ends, one in use lasts', async () => {
  const { token } = await signedIn();
  for (const minutes of [50, 100, 150]) {
    clock.moveTo(start.add({ minutes }).toString());
    expect(await findSignedIn(house.house, token)).toBeDefined();
  }
  clock.moveTo(start.add({ minutes: 211 }).toString());
  expect(await findSignedIn(house.house, token)).toBeUndefined();
});

test('a post is held to the end of its last day in Morocco', async () => {
  const { token } = await signedIn();
  const lastDay = dayOf(start).toString();
  await house.owner.pool.query('update staff.post set held_to = $1', [lastDay]);
  const midnight = Temporal.PlainDate.from(lastDay).add({ days: 1 }).toZonedDateTime('Africa/Casablanca').toInstant();
  const use = `update staff.session set last_seen_at = $1, expires_at = $2`;
  await house.owner.pool.query(use, [midnight.toString(), midnight.add({ hours: 2 }).toString()]);
  clock.moveTo(midnight.subtract({ minutes: 1 }).toString());
  expect(await findSignedIn(house.house, token)).toBeDefined();
  clock.moveTo(midnight.add({ minutes: 1 }).toString());
  expect(await findSignedIn(house.house, token)).toBeUndefined();
});

test('a session ends after a working day, at sign-out, with the post and with the agent', async () => {
  const { token } = await signedIn();
  await house.owner.pool.query('update staff.session set last_seen_at = $1', [start.add({ hours: 11 }).toString()]);
  clock.moveTo(start.add({ hours: 11 }).toString());
  expect(await findSignedIn(house.house, token)).toBeUndefined();
  clock.moveTo(start.toString());
  expect(await findSignedIn(house.house, token)).toBeDefined();
  await signOut(house.house, token);
  expect(await findSignedIn(house.house, token)).toBeUndefined();
  const again = await signedIn();
  await house.owner.pool.query(`update staff.post set held_to = current_date - 1`);
  expect(await findSignedIn(house.house, again.token)).toBeUndefined();
  await house.owner.pool.query(`update staff.post set held_to = null`);
  await house.owner.pool.query(`update staff.agent set active = false where login = $1`, [login]);
  expect(await findSignedIn(house.house, again.token)).toBeUndefined();
  expect(await attempt(right)).toEqual({ refused: 'wrong-credentials' });
});

test('a token that nobody was given opens nothing, nor does what the database keeps of one', async () => {
  await signedIn();
  const { rows } = await house.owner.pool.query('select token_digest from staff.session');
  for (const token of ['forged', rows[0].token_digest]) expect(await findSignedIn(house.house, token)).toBeUndefined();
});

test('an agent signs in at no post but their own', async () => {
  expect(await attempt({ ...right, post: newId() })).toEqual({ refused: 'no-post' });
});
