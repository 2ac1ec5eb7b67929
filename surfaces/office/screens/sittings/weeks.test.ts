import { expect, test } from 'vitest';
import { byWeek, mondayOf } from './weeks.ts';

test('a week begins on Monday and ends on Sunday, also over the end of a year', () => {
  expect(['2026-11-23', '2026-11-29', '2026-11-30', '2027-01-01'].map(mondayOf)).toEqual([
    ...['2026-11-23', '2026-11-23', '2026-11-30', '2026-12-28'],
  ]);
});

test('the sittings of a week stand together, the weeks in the order of their sittings', () => {
  const sittings = [{ heldOn: '2026-11-24' }, { heldOn: '2026-11-27' }, { heldOn: '2026-12-01' }];
  expect(byWeek(sittings)).toEqual([
    ['2026-11-23', sittings.slice(0, 2)],
    ['2026-11-30', sittings.slice(2)],
  ]);
});
