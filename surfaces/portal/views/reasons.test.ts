import { expect, test } from 'vitest';
import { assess } from '#modules/eligibility';
import { findNamedFamily } from '../../../modules/applications/testing/named-families.ts';
import { toReasons } from './reasons.ts';

const khalid = findNamedFamily('khalid')?.declaration;
if (!khalid) throw new Error('Khalid has moved away');

/** In town, within the income and far above the living conditions: a car, a bath and a second home decide, not the dirhams. */
const refusedForComfort = assess('ramed-2008', {
  ...khalid,
  milieu: 'urban',
  commune: '05.081.01.03' as typeof khalid.commune,
  resources: { income_year: 2_000, transfers_year: 0, bank_loan: false },
  equipment: { cars: 2, motorcycles: 1, mobile_phones: 2, landlines: 1, computers: 0, dishes: 0, tractors: 0 },
});

test('a family is told what weighed on the condition that it does not meet, and nothing of the others', () => {
  expect(refusedForComfort.conditions.filter(({ met }) => met === false).map(({ key }) => key)).toEqual(['living_conditions']);
  const { unfavourable } = toReasons(refusedForComfort);
  expect(unfavourable[0]).toEqual({ name: { key: 'eligibility.factor.cars' }, weight: 1 });
  expect(unfavourable.map(({ name }) => name.key)).not.toContain('eligibility.factor.income-per-person');
  for (const { weight } of unfavourable) expect(weight).toBeGreaterThan(0.05);
});

test('where the income decides, the income is named', () => {
  const rich = assess('ramed-2008', {
    ...khalid,
    milieu: 'urban',
    commune: '05.081.01.03' as typeof khalid.commune,
    resources: { income_year: 900_000, transfers_year: 0, bank_loan: false },
    equipment: { cars: 0, motorcycles: 0, mobile_phones: 0, landlines: 0, computers: 0, dishes: 0, tractors: 0 },
    assets: { second_home: false, licence_rent: false, business_premises: false },
  });
  expect(toReasons(rich).unfavourable.map(({ name }) => name.key)).toContain('eligibility.factor.income-per-person');
});
