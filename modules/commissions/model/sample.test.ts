import { expect, test } from 'vitest';
import { drawSample } from './sample.ts';

const decisions = (files: number, against: number) =>
  Array.from({ length: files }, (_, place) => ({ number: String(1000 + place), againstScore: place < against }));

test('the share of the law is drawn, rounded up, with every decision against the score', () => {
  const sample = drawSample('a'.repeat(64), decisions(94, 3), 0.1);
  expect(sample.size).toBe(10);
  for (const number of ['1000', '1001', '1002']) expect(sample).toContain(number);
});

test('where more was decided against the score than the share, all of that is looked at', () => {
  expect(drawSample('a'.repeat(64), decisions(20, 7), 0.1).size).toBe(7);
});

test('the same minutes draw the same files whatever their order; other minutes draw others', () => {
  const files = decisions(94, 0);
  const drawn = [...drawSample('a'.repeat(64), files, 0.1)].sort();
  expect([...drawSample('a'.repeat(64), files.toReversed(), 0.1)].sort()).toEqual(drawn);
  expect([...drawSample('b'.repeat(64), files, 0.1)].sort()).not.toEqual(drawn);
});

test('nothing decided, nothing drawn', () => {
  expect(drawSample('a'.repeat(64), [], 0.1).size).toBe(0);
});
