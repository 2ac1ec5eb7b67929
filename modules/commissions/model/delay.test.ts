import { expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { delayOfEnquiry, delayOfFile, delayOfValidation } from './delay.ts';

const today = toDate('2026-11-28');

test.each([
  ['2026-11-20T09:00:00Z', '2026-11-01', 27, 'normal'],
  ['2026-11-10T09:00:00Z', '2026-11-01', 27, 'warning'],
  ['2026-11-01T09:00:00Z', '2026-10-25', 34, 'late'],
  ['2026-11-27T09:00:00Z', '2026-10-01', 58, 'warning'],
  ['2026-11-27T09:00:00Z', '2026-09-01', 88, 'late'],
])('scored at %s, filed on %s: %i days, %s', (since, filedOn, days, clock) => {
  expect(delayOfFile({ since, filedOn }, today)).toEqual({ days, clock });
});

test('sealed minutes are late when the province lets them lie', () => {
  expect(delayOfValidation('2026-11-27T15:00:00Z', today)).toEqual({ days: 1, clock: 'normal' });
  expect(delayOfValidation('2026-09-27T15:00:00Z', today).clock).toBe('late');
});

test('an enquiry is late on the day after it was due, and not before', () => {
  const askedAt = '2026-11-25T09:00:00Z';
  expect(delayOfEnquiry({ askedAt, dueOn: '2026-11-28' }, today)).toEqual({ days: 3, clock: 'normal' });
  expect(delayOfEnquiry({ askedAt, dueOn: '2026-11-27' }, today).clock).toBe('late');
});
