import { expect, test } from 'vitest';
import { ownRights } from './own-days.ts';

const right = { from: '2026-01-01', to: '2026-12-31', isCover: true };

test('a member is covered on the days of its own part in the family’s right, and told not to be on the others', () => {
  expect(
    ownRights(right, [
      { from: '2026-03-01', to: '2026-06-30' },
      { from: '2026-09-01', to: null },
    ]),
  ).toEqual([
    { from: '2026-01-01', to: '2026-02-28', isCover: false },
    { from: '2026-03-01', to: '2026-06-30', isCover: true },
    { from: '2026-07-01', to: '2026-08-31', isCover: false },
    { from: '2026-09-01', to: '2026-12-31', isCover: true },
  ]);
  expect(ownRights(right, [])).toEqual([{ ...right, isCover: false }]);
  expect(ownRights(right, [{ from: '2020-01-01', to: null }])).toEqual([right]);
});

test('what is no cover of the family’s is none of the member’s', () => {
  expect(ownRights({ ...right, isCover: false }, [{ from: '2026-03-01', to: null }])).toEqual([{ ...right, isCover: false }]);
});
