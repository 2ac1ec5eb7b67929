import { generate } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stoppedClock, systemClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { CAST_PASSWORD } from '../testing/cast.ts';
import { changePassword } from './change-password.ts';
import { beginSecondFactor } from './enrol-second-factor.ts';
import { type Credentials, findSignedIn, type SignedIn, type SignInParts, signIn } from './sign-in.ts';

const start = systemClock.now();
const clock = stoppedClock(start.toString());
const login = 'driss.province';
const right = { login, password: CAST_PASSWORD };

let house: TestHouse;
let deciding: SignInParts;
beforeAll(async () => {
  house = await openTestHouse({ clock });
  const { database } = house.house;
  deciding = { database, clock, config: { secondFactor: 'deciding' } };
});
beforeEach(async () => {
  clock.moveTo(start.toString());
  await house.owner.pool.query(`update staff.agent set failed_attempts = 0, locked_until = null, second_factor_secret = null,
    second_factor_pending = null, second_factor_step = null, password_temporary = false`);
});
afterAll(() => house.close());

const enter = (credentials: Credentials) => signIn(deciding, credentials);
const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(clock.now().epochMilliseconds / 1000) });

function expectIn(outcome: Awaited<ReturnType<typeof signIn>>): SignedIn {
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

async function shown(credentials = right): Promise<string> {
  const begun = await beginSecondFactor(deciding, credentials, 'A code to photograph');
  if ('refused' in begun) throw new Error(begun.refused);
  expect(begun.uri).toContain(begun.secret);
  expect(begun.qr).toMatch(/^<svg .*aria-label="A code to photograph"/);
  return begun.secret;
}

async function enrolled(): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const secret = await shown();
  const { recoveryCodes = [] } = expectIn(await enter({ ...right, code: await codeOf(secret) }));
  clock.moveTo(clock.now().add({ minutes: 1 }).toString());
  return { secret, recoveryCodes };
}

async function journalled(action: string): Promise<number> {
  const { rows } = await house.owner.pool.query('select count(*)::int as n from audit.entry where action = $1', [action]);
  return rows[0].n;
}

describe('a post that decides', () => {
  test('does not open with a password alone, and opens once the telephone has shown a code', async () => {
    const before = await journalled('staff.enrol-second-factor');
    expect(await enter(right)).toEqual({ refused: 'second-factor-to-enrol' });
    const { recoveryCodes } = await enrolled();
    expect(new Set(recoveryCodes).size).toBe(8);
    expect(await journalled('staff.enrol-second-factor')).toBe(before + 1);
    expect(await enter(right)).toEqual({ refused: 'second-factor-needed' });
  });

  test('is not opened by a code of a secret that was shown before the last', async () => {
    const first = await shown();
    await shown();
    expect(await enter({ ...right, code: await codeOf(first) })).toEqual({ refused: 'wrong-credentials' });
  });

  test('shows no secret to who does not know the password, nor a second one to who has enrolled', async () => {
    expect(await beginSecondFactor(deciding, { login, password: 'guessed' }, '')).toEqual({ refused: 'wrong-credentials' });
    await enrolled();
    expect(await beginSecondFactor(deciding, right, '')).toEqual({ refused: 'second-factor-enrolled' });
  });

  test('is the counter’s no more than before: a password alone opens it there, until the agent enrols', async () => {
    const counter = { login: 'hanane.azilal', password: CAST_PASSWORD };
    expect(await enter(counter)).toHaveProperty('token');
    const secret = await shown(counter);
    expect(await enter(counter)).toHaveProperty('token');
    expectIn(await enter({ ...counter, code: await codeOf(secret) }));
    expect(await enter(counter)).toEqual({ refused: 'second-factor-needed' });
  });
});

describe('a code of the telephone', () => {
  test('opens once, also when two come with it at the same moment', async () => {
    const { secret } = await enrolled();
    const code = await codeOf(secret);
    const two = await Promise.all([enter({ ...right, code }), enter({ ...right, code })]);
    expect(two.filter((outcome) => 'token' in outcome)).toHaveLength(1);
    expect(await enter({ ...right, code })).toEqual({ refused: 'wrong-credentials' });
  });

  test('of a telephone half a minute behind still opens, one of two minutes ago does not', async () => {
    const { secret } = await enrolled();
    clock.moveTo(clock.now().add({ minutes: 5 }).toString());
    const code = await codeOf(secret);
    clock.moveTo(clock.now().add({ seconds: 150 }).toString());
    expect(await enter({ ...right, code })).toEqual({ refused: 'wrong-credentials' });
    const late = await codeOf(secret);
    clock.moveTo(clock.now().add({ seconds: 30 }).toString());
    expect(await enter({ ...right, code: late })).toHaveProperty('token');
  });

  test('when guessed closes the account as a wrong password does', async () => {
    const { secret } = await enrolled();
    for (let guess = 1; guess <= 5; guess += 1)
      expect(await enter({ ...right, code: '12345x' })).toEqual({ refused: 'wrong-credentials' });
    expect(await enter({ ...right, code: await codeOf(secret) })).toEqual({ refused: 'account-locked' });
  });
});

test('a recovery code opens once when the telephone is lost, and the journal says so', async () => {
  const { recoveryCodes } = await enrolled();
  const [code = ''] = recoveryCodes;
  const before = await journalled('staff.use-recovery-code');
  expect(await enter({ ...right, code: code.toUpperCase() })).toHaveProperty('token');
  expect(await enter({ ...right, code })).toEqual({ refused: 'wrong-credentials' });
  expect(await enter({ ...right, code: 'aaaaa-aaaaa' })).toEqual({ refused: 'wrong-credentials' });
  expect(await journalled('staff.use-recovery-code')).toBe(before + 1);
});

describe('a password', () => {
  const counter = { login: 'said.benimellal', password: CAST_PASSWORD };
  const chosen = 'olives de mars';
  const change = (newPassword: string, credentials: Credentials = counter) =>
    changePassword(deciding, { ...credentials, newPassword });
  const isTemporary = (temporary: boolean) =>
    house.owner.pool.query('update staff.agent set password_temporary = $1 where login = $2', [temporary, counter.login]);

  test('given by somebody else opens nothing until it is replaced; every session before ends', async () => {
    const { token } = expectIn(await enter(counter));
    await isTemporary(true);
    expect(await enter(counter)).toEqual({ refused: 'new-password-needed' });
    expect(await change(chosen)).toEqual({ changed: true });
    expect(await findSignedIn(deciding, token)).toBeUndefined();
    expect(await enter(counter)).toEqual({ refused: 'wrong-credentials' });
    expect(await enter({ ...counter, password: chosen })).toHaveProperty('token');
    expect(await change(CAST_PASSWORD, { ...counter, password: chosen })).toEqual({ changed: true });
    expect(await journalled('staff.change-password')).toBe(2);
  });

  test('that is too easily guessed, or is the old one, is refused with the rule', async () => {
    expect(await change('short')).toMatchObject({ refused: 'password-too-weak', facts: { rule: 'short' } });
    expect(await change(CAST_PASSWORD)).toMatchObject({ refused: 'password-too-weak', facts: { rule: 'same' } });
    expect(await enter(counter)).toHaveProperty('token');
  });

  test('is changed only by who knows it, with the code where one is asked, which then still opens', async () => {
    expect(await change(chosen, { ...counter, password: 'guessed' })).toEqual({ refused: 'wrong-credentials' });
    const { secret } = await enrolled();
    expect(await change(chosen, right)).toEqual({ refused: 'second-factor-needed' });
    const code = await codeOf(secret);
    expect(await change(chosen, { ...right, code })).toEqual({ changed: true });
    expect(await enter({ login, password: chosen, code })).toHaveProperty('token');
  });
});

test('production asks everyone for a second factor, or at least who decides', async () => {
  const { secondFactor } = readConfig({ RAMED_MODE: 'production' });
  const inProduction = { ...deciding, config: { secondFactor } };
  const counter = { login: 'hanane.azilal', password: CAST_PASSWORD };
  expect(await signIn(inProduction, counter)).toEqual({ refused: 'second-factor-to-enrol' });
  expect(readConfig({ RAMED_MODE: 'production', RAMED_SECOND_FACTOR: 'deciding' }).secondFactor).toBe('deciding');
  expect(() => readConfig({ RAMED_MODE: 'production', RAMED_SECOND_FACTOR: 'enrolled' })).toThrow('RAMED_SECOND_FACTOR');
});
