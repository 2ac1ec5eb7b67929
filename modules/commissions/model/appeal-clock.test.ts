import { expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { appealClock } from './appeal-clock.ts';

// The law of 2026: 30 days are usual, 45 call for a warning, 60 are late.
test.each([
  ['2026-03-01', 30, 'normal'],
  ['2026-04-15', -15, 'normal'],
  ['2026-04-16', -16, 'warning'],
  ['2026-04-30', -30, 'warning'],
  ['2026-05-01', -31, 'late'],
] as const)('an answer due on 31 March stands on %s with %i days left: %s', (day, daysLeft, clock) => {
  expect(appealClock('2026-03-31', toDate(day))).toEqual({ daysLeft, clock });
});
