import { expect, test } from 'vitest';
import { parseMinutes } from './minutes.ts';

const first = {
  schema: 'ramed.minutes/1',
  number: '000041',
  territory: '05.081.01.01',
  held_on: '2026-11-20',
  present: [{ institution: 'health', member: 'Salma IDRISSI' }],
  decisions: [
    {
      ...{ position: 1, file: '202600000440', proposal: 'poor', outcome: 'poor', reason: 'as-scored' },
      ...{ remark: null, against_score: false },
    },
  ],
};

test('minutes of the first form are read as they were sealed, and what they did not hold stays empty', () => {
  const minutes = parseMinutes(JSON.stringify(first));
  expect(minutes).toMatchObject({ number: '000041', kind: 'cpl', recusals: [], place: null });
  expect(minutes.members).toMatchObject([{ institution: 'health', name: { fr: 'Salma IDRISSI' } }]);
  expect(minutes.decisions).toMatchObject([{ file: '202600000440', outcome: 'poor', head: { fr: '', ar: '' }, based_on: null }]);
});

test('a text that is no minutes is not read as any', () => {
  expect(() => parseMinutes('{"schema":"ramed.minutes/3"}')).toThrow();
});
