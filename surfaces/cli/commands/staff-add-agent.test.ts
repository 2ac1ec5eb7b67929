import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { signIn } from '#modules/staff';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { UsageError } from '../command.ts';
import { staffAddAgent } from './staff-add-agent.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  process.env.DATABASE_URL = house.house.urls.owner;
  process.env.RAMED_DATA = house.house.config.dataFolder;
  // The command gives the database's roles the passwords it finds there: they must be those that other test files use.
  writeFileSync(join(house.house.config.dataFolder, 'secrets.json'), JSON.stringify(inject('databasePasswords')));
});
afterAll(() => house.close());

const appointment = {
  login: 'm.tahiri',
  'name-fr': 'Malika Tahiri',
  'name-ar': 'مليكة الطاهري',
  institution: 'interior',
  role: 'counter-agent',
  territory: '05.081',
};

async function add(changes: Partial<typeof appointment>, password?: string) {
  let said = '';
  const page = new Writable({
    write(chunk, _encoding, done) {
      said += chunk;
      done();
    },
  });
  if (password === undefined) delete process.env.RAMED_NEW_PASSWORD;
  else process.env.RAMED_NEW_PASSWORD = password;
  const args = Object.entries({ ...appointment, ...changes }).flatMap(([option, value]) => [`--${option}`, value]);
  const code = await staffAddAgent.run(args, { stdout: page, stderr: page });
  return { code, said };
}

test('an agent appointed with a password signs in at the post given, and the national book says who was appointed', async () => {
  const { code, said } = await add({}, 'a long enough one');
  expect(code).toBe(0);
  expect(said).not.toContain('a long enough one');
  const signedIn = await signIn(house.house, { login: 'm.tahiri', password: 'a long enough one' });
  expect(signedIn).toMatchObject({ posts: [{ role: 'counter-agent', territory: '05.081' }] });
  const { rows } = await house.owner.pool.query(`select book, reason from audit.entry where action = 'staff.add-agent'`);
  expect(rows).toEqual([{ book: 'national', reason: 'counter-agent 05.081' }]);
});

test('without a password one is made, and printed once', async () => {
  const { said } = await add({ login: 'n.tahiri', role: 'auditor', territory: 'national' });
  const password = /shown this once: (\S{20})/.exec(said)?.[1] ?? '';
  expect(await signIn(house.house, { login: 'n.tahiri', password })).toMatchObject({ posts: [{ territory: '' }] });
});

test('a login that exists is refused, and its agent keeps the password', async () => {
  const { code, said } = await add({ login: 'hanane.azilal' });
  expect({ code, said }).toEqual({ code: 1, said: 'There is already an agent with the login "hanane.azilal".\n' });
});

test.each([
  [{ role: 'minister' }, /--role is none of the roles/],
  [{ territory: '05.999' }, /--territory is no region, province or commune/],
  [{ login: 'Has Spaces' }, /--login must be/],
])('%o is refused in words', async (changes, words) => {
  await expect(add(changes)).rejects.toThrow(UsageError);
  await expect(add(changes)).rejects.toThrow(words);
});

test('a short password is refused', async () => {
  await expect(add({ login: 'o.tahiri' }, 'short')).rejects.toThrow('at least 12 characters');
});
