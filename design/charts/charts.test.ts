import { expect, test } from 'vitest';
import { axisEnd, barChart, type IntervalRow, intervalPlot, periodsChart } from './index.ts';

const frame = { title: 'Décisions', direction: 'ltr', end: 0.2, write: (value: number) => `${value * 100} %` } as const;
const row: IntervalRow = { label: 'Rural', said: '5 %', value: 0.05, low: 0.02, high: 0.1, look: 'group' };

test('an interval lies between its ends, its value on it, from the start of the line', () => {
  const drawn = intervalPlot([row], frame);
  expect(drawn).toContain('<rect x="10%" y="30" width="40%"');
  expect(drawn).toContain('<circle cx="25%"');
});

test('in Arabic the line begins on the right', () => {
  const drawn = intervalPlot([row], { ...frame, direction: 'rtl' });
  expect(drawn).toContain('<rect x="50%" y="30" width="40%"');
  expect(drawn).toContain('<circle cx="75%"');
  expect(barChart([{ label: 'أ', said: '1', value: 1, look: 'one' }], { ...frame, direction: 'rtl', end: 4 })).toContain(
    '<rect x="75%" y="22" width="25%"',
  );
});

test('a group that stands apart is told by its shape too', () => {
  expect(intervalPlot([{ ...row, look: 'apart' }], frame)).toContain('<path d="M0-8');
  expect(intervalPlot([{ ...row, look: 'whole' }], frame)).toContain('<rect x="-6"');
});

test('periods lie where their days are, in Arabic from the right; what two share is told by its edge too', () => {
  const spans = [{ from: 0.5, to: 0.75 }];
  const ends = ['2024', '2025', '2026'] as const;
  const drawn = periodsChart([{ label: 'RAMED', spans, look: 'one' }], { title: 'T', direction: 'ltr', ends });
  expect(drawn).toContain('<rect x="50%" y="22" width="25%" height="12"');
  const shared = periodsChart([{ label: '<b>', spans, look: 'both' }], { title: 'T', direction: 'rtl', ends });
  expect(shared).toContain('<rect x="25%" y="20" width="25%" height="16"');
  expect(shared).toContain('stroke-dasharray');
  expect(shared).toContain('&lt;b&gt;');
});

test('names are text and never markup', () => {
  const drawn = intervalPlot([{ ...row, label: '<b>"&' }], { ...frame, title: '"><script>' });
  expect(drawn).toContain('&lt;b&gt;&quot;&amp;');
  expect(drawn).not.toContain('<script>');
});

test('what is beyond the axis ends with it', () => {
  expect(intervalPlot([{ ...row, high: 0.9 }], frame)).toContain('width="90%"');
});

test.each([
  [0, 1],
  [0.037, 0.05],
  [0.2, 0.2],
  [0.21, 0.5],
  [0.6, 1],
  [7, 10],
  [63, 100],
])('an axis that holds %f ends at %f', (value, end) => {
  expect(axisEnd(value)).toBeCloseTo(end);
});
