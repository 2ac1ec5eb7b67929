import { expect, test } from 'vitest';
import { inOrder, placeOf, type Waiting } from './agenda.ts';

const waiting = (id: string, change: Partial<Waiting> = {}): Waiting => ({
  ...{ id, cameBy: 'score', filedOn: '2026-10-01', since: '2026-10-12T08:00:00Z', clock: 'normal' },
  ...change,
});

test('what comes back goes first, then what is late, then the family that filed first', () => {
  const files = [
    waiting('young', { filedOn: '2026-11-02' }),
    waiting('old', { filedOn: '2026-09-02' }),
    waiting('late', { filedOn: '2026-08-01', clock: 'late' }),
    waiting('adjourned', { cameBy: 'adjourn', filedOn: '2026-10-03' }),
    waiting('answered', { cameBy: 'answer-enquiry', filedOn: '2026-10-04', clock: 'late' }),
    waiting('returned', { cameBy: 'return-to-commission', filedOn: '2026-10-02' }),
  ];
  expect(inOrder(files).map(({ id }) => id)).toEqual(['returned', 'adjourned', 'answered', 'late', 'old', 'young']);
});

test('two families that filed on one day keep the order in which they were scored', () => {
  const files = [waiting('b', { since: '2026-10-13T08:00:00Z' }), waiting('a', { since: '2026-10-14T08:00:00Z' })];
  expect(inOrder(files).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('each place is told by what brought the file there', () => {
  expect(placeOf(waiting('a', { cameBy: 'adjourn', clock: 'late' }))).toBe('adjourned');
  expect(placeOf(waiting('a', { clock: 'late' }))).toBe('late');
  expect(placeOf(waiting('a', { clock: 'warning' }))).toBe('age');
});
