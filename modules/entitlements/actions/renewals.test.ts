import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#platform/permissions';
import { expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { ownHand, register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { renewalForecast } from '../queries/renewal-forecast.ts';
import { renewalPlanOfProvince } from '../queries/renewal-plan.ts';
import { callToRenew } from './call-to-renew.ts';
import { planRenewals } from './plan-renewals.ts';

let house: TestHouse;
let officer: Actor;
let numbers: string[] = [];

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
  const files = [...(await register(house, aFamily('poor'), aFamily('poor'))), ...(await register(house, aFamily('vulnerable')))];
  numbers = await Promise.all(files.map(async (file) => (await registrationOf(house, file)).number));
});
afterAll(() => house.close());

/** The rights of a family end in so many days. */
async function endsIn(number: string, days: number): Promise<void> {
  const back = `(current_date + $2::int + 1 - interval '36 months')::date`;
  await house.owner.pool.query(`update entitlements.registration set registered_on = ${back} where number = $1`, [number, days]);
}
async function callsOf() {
  const { rows } = await house.owner.pool.query(
    `select registration_number as number, is_planned, called_at is not null as called, reminded_at is not null as reminded,
      call_on - current_date as days from entitlements.renewal_call order by registration_number`,
  );
  return rows;
}
const night = (step: 'planned' | 'opened' | 'reminder') => house.do(ownHand, callToRenew, { step });

test('who plans sees by province and month how many rights end beside what commissions can take up, before and after the plan', async () => {
  await Promise.all(numbers.map((number, at) => endsIn(number, 200 + at)));
  const forecast = await house.ask(officer, renewalForecast, {});
  expect(forecast).toMatchObject({ ok: true, output: { families: 3, provinces: [{ province: '05.081', families: 3 }] } });
  const asked = await house.ask(officer, renewalPlanOfProvince, { province: '05.081' });
  if (!asked.ok || !asked.output.plan) throw new Error('no plan');
  const sum = (which: 'before' | 'after' | 'beyond') => asked.output.plan?.months.reduce((all, month) => all + month[which], 0);
  expect([sum('before'), sum('after'), sum('beyond')]).toEqual([3, 3, 0]);
  expect(asked.output.plan.capacity).toBeGreaterThan(0);
  expect(await house.ask(officer, renewalPlanOfProvince, { province: '99.999' })).toMatchObject({ output: {} });
});

test('a plan gives each family of the province one day, and made again moves only those who are not called yet', async () => {
  await Promise.all(numbers.map((number, at) => endsIn(number, 200 + at)));
  const { output, lines } = await expectProperDeed(house, planRenewals, {
    ...{ by: officer, input: { province: '05.081' }, otherInput: { province: '05.091' } },
  });
  expect(output).toEqual({ families: 3, beyond: 0 });
  expect(lines).toMatchObject([{ subject: 'province:05.081' }]);
  expect(await callsOf()).toMatchObject([{ is_planned: true, called: false }, { is_planned: true }, { is_planned: true }]);
  await house.owner.pool.query('update entitlements.renewal_call set call_on = current_date where registration_number = $1', [
    numbers[0],
  ]);
  expect(await night('planned')).toMatchObject({ output: { called: 1 } });
  expect(await night('planned')).toMatchObject({ output: { called: 0 } });
  expect(await house.do(officer, planRenewals, { province: '05.081' })).toMatchObject({ output: { families: 2 } });
  expect((await callsOf()).filter(({ called }) => called)).toMatchObject([{ number: numbers[0], days: 0 }]);
});

test('whom no plan gave a day is called as the renewal opens, reminded once before the end, and nobody whose rights are closed', async () => {
  await house.owner.pool.query('truncate entitlements.renewal_call');
  await endsIn(numbers[0] ?? '', 200);
  await endsIn(numbers[1] ?? '', 60);
  await endsIn(numbers[2] ?? '', 60);
  await house.owner.pool.query(`update entitlements.right_period set state = 'closed' where registration_number = $1`, [
    numbers[2],
  ]);
  expect(await night('opened')).toMatchObject({ output: { called: 1 } });
  expect(await night('opened')).toMatchObject({ output: { called: 0 } });
  expect(await callsOf()).toMatchObject([{ number: numbers[1], is_planned: false, called: true, reminded: false }]);
  expect(await night('reminder')).toMatchObject({ output: { called: 0 } });
  await house.owner.pool.query(
    `update entitlements.renewal_call set term = current_date + 20, call_on = current_date - 40, called_at = now() - interval '40 days'`,
  );
  expect(await night('reminder')).toMatchObject({ output: { called: 1 } });
  expect(await night('reminder')).toMatchObject({ output: { called: 0 } });
});

test('a family whose rights were closed after it was planned or called is neither called nor reminded', async () => {
  await house.owner.pool.query('truncate entitlements.renewal_call');
  const set = (state: string, number = '') =>
    house.owner.pool.query('update entitlements.right_period set state = $2 where registration_number = $1', [number, state]);
  const [planned = '', called = ''] = numbers;
  await house.owner.pool.query(
    `insert into entitlements.renewal_call (registration_number, term, call_on, is_planned, called_at, territory)
    select number, current_date + 20, current_date - 40, true, case number when $1 then null else now() - interval '40 days' end, territory
    from entitlements.registration where number in ($1, $2)`,
    [planned, called],
  );
  for (const number of [planned, called]) await set('closed', number);
  expect(await night('planned')).toMatchObject({ output: { called: 0 } });
  expect(await night('reminder')).toMatchObject({ output: { called: 0 } });
  for (const number of [planned, called]) await set('open', number);
  expect(await night('planned')).toMatchObject({ output: { called: 1 } });
  expect(await night('reminder')).toMatchObject({ output: { called: 1 } });
});

test('no counter plans a wave, nobody calls by hand, and a province that is not is refused', async () => {
  const counter = await house.as('hanane.azilal');
  await expectRefused(house, planRenewals, { by: counter, input: { province: '05.081' }, as: 'not-allowed' });
  await expectRefused(house, planRenewals, { by: officer, input: { province: '99.999' }, as: 'province-unknown' });
  await expectRefused(house, callToRenew, { by: officer, input: { step: 'opened' }, as: 'not-allowed' });
});
