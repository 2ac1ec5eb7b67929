import { expect, test } from 'vitest';
import { decideAnswer, decideDue, type Findings } from './enquiry.ts';

const law = { today: '2026-11-28', normal: '2026-12-08', latest: '2026-12-18' };

test('without a day of its own an enquiry is due when the law says', () => {
  expect(decideDue(undefined, law)).toBe('2026-12-08');
  expect(decideDue('2026-12-01', law)).toBe('2026-12-01');
});

test('no enquiry is due in the past, nor later than the law lets one wait', () => {
  expect(decideDue('2026-11-27', law)).toMatchObject({ refused: 'day-past' });
  expect(decideDue('2026-12-19', law)).toMatchObject({ refused: 'due-too-late', facts: { day: '2026-12-18' } });
});

const asked = { points: ['dwelling', 'resources'], askedOn: '2026-11-20' } as const;
const answer: Findings = {
  points: [
    { point: 'dwelling', found: 'as-declared' },
    { point: 'resources', found: 'not-seen' },
  ],
  ...{ met: 'The head of the household', visitedOn: '2026-11-25' },
};

test('an answer says something of each point', () => {
  expect(decideAnswer(asked, answer, law.today)).toBeUndefined();
  const half = { ...answer, points: answer.points.slice(1) };
  expect(decideAnswer(asked, half, law.today)).toMatchObject({ refused: 'points-missing', facts: { missing: 1 } });
});

test('one point is answered once', () => {
  const twice = { ...answer, points: [...answer.points, ...answer.points] };
  expect(decideAnswer(asked, twice, law.today)).toMatchObject({ refused: 'points-missing' });
});

test('nobody visits before being asked, nor tomorrow', () => {
  expect(decideAnswer(asked, { ...answer, visitedOn: '2026-11-19' }, law.today)).toMatchObject({ refused: 'visit-not-possible' });
  expect(decideAnswer(asked, { ...answer, visitedOn: '2026-11-29' }, law.today)).toMatchObject({ refused: 'visit-not-possible' });
});
