import { expect, test } from 'vitest';
import { lieAhead } from './forecast.ts';

test('what lies ahead is counted by the durations seen, and by the norm of a stage that too few have passed', () => {
  const seen = [
    { state: 'with_maker' as const, usual: 12, seen: 400 },
    { state: 'in_parcel' as const, usual: 9, seen: 3 },
  ];
  const ahead = new Map(lieAhead(seen, () => 1).map((one) => [one.state, one]));
  expect(ahead.get('with_maker')).toEqual({ state: 'with_maker', usual: 12, after: 4, isSeen: true, brake: 'with_maker' });
  expect(ahead.get('batched')).toMatchObject({ usual: 1, after: 16, brake: 'with_maker' });
  expect(ahead.get('received')).not.toHaveProperty('brake');
  expect(ahead.get('in_parcel')).toEqual({ state: 'in_parcel', usual: 1, after: 0, isSeen: false });
  expect(ahead.get('rejected_proof')?.after, 'it is ordered again first').toBe(18);
});
