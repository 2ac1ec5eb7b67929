import { describe, expect, test } from 'vitest';
import { toDate } from '#platform/dates';
import { lateSince, waitingOf, whyHere } from './waiting.ts';

const today = toDate('2026-11-28');

describe('a file that stands where it is', () => {
  test.each([
    ['since this morning', '2026-11-28T08:00:00Z', 0, 'on-time'],
    ['for as long as is normal', '2026-11-23T08:00:00Z', 5, 'on-time'],
    ['a little long', '2026-11-17T08:00:00Z', 11, 'warning'],
    ['longer than the law allows', '2026-11-12T08:00:00Z', 16, 'late'],
    ['since a moment that the clock has not reached', '2026-12-01T08:00:00Z', 0, 'on-time'],
  ])('%s', (_how, since, days, standing) => {
    expect(waitingOf('filed', since, today)).toEqual({ days, standing });
  });

  test('is late nowhere that no days are set', () => {
    expect(waitingOf('registered', '2001-01-01T00:00:00Z', today).standing).toBe('on-time');
    expect(lateSince('registered', today)).toBeUndefined();
  });

  test('is late exactly when it came before the day that says so', () => {
    const edge = lateSince('filed', today)?.toString();
    expect(edge).toBe('2026-11-13');
    expect(waitingOf('filed', '2026-11-13T12:00:00Z', today).standing).toBe('warning');
    expect(waitingOf('filed', '2026-11-12T12:00:00Z', today).standing).toBe('late');
  });
});

test.each([
  [
    { deed: 'submit', actor: 'citizen:1', reason: null },
    { why: 'filed-by-family', papers: [] },
  ],
  [
    { deed: 'submit', actor: 'agent:1', reason: null },
    { why: 'filed-by-counter', papers: [] },
  ],
  [
    { deed: 'submit', actor: 'system:applications', reason: null },
    { why: 'filed-by-batch', papers: [] },
  ],
  [
    { deed: 'ask-for-papers', actor: 'agent:1', reason: 'school-certificate,applicant-photos' },
    { why: 'ask-for-papers', papers: ['applicant-photos', 'school-certificate'] },
  ],
  [
    { deed: 'complete', actor: 'agent:1', reason: null },
    { why: 'complete', papers: [] },
  ],
  [
    { deed: 'adjourn', actor: 'agent:1', reason: 'absent' },
    { why: 'adjourn', papers: [], note: 'absent' },
  ],
])('why a file is there: %j', (last, why) => {
  expect(whyHere(last)).toEqual(why);
});
