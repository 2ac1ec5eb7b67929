import { expect, test } from 'vitest';
import { isOutage, throughOutages } from './outage.ts';

const away = () => Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });

test('what failed because the database was away is done again until it is done', async () => {
  const answers = [away, away];
  const done = await throughOutages(async () => {
    const fails = answers.pop();
    if (fails) throw fails();
    return 'done';
  });
  expect(done).toBe('done');
  expect(answers).toEqual([]);
});

test('what fails of itself is not tried again', async () => {
  let tries = 0;
  const work = throughOutages(() => {
    tries += 1;
    return Promise.reject(new Error('no such table'));
  });
  await expect(work).rejects.toThrow('no such table');
  expect(tries).toBe(1);
});

test('an outage is known by what the server, the network and the driver say', () => {
  expect(isOutage(away())).toBe(true);
  expect(isOutage(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe(true);
  expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isOutage(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
  expect(isOutage('away')).toBe(false);
});
