import { expect, test } from 'vitest';
import { needsWords, subjectNames, subjects } from './subjects.ts';

const rowsOf = (table: 'frontOffice' | 'post') =>
  Object.values(subjects).flatMap((subject: { frontOffice?: string; post?: string }) => subject[table] ?? []);

test('the eleven rows of table 3 and the nine of table 4 have one subject each', () => {
  expect(new Set(rowsOf('frontOffice')).size).toBe(11);
  expect(rowsOf('frontOffice').length).toBe(11);
  expect(new Set(rowsOf('post')).size).toBe(9);
  expect(rowsOf('post').length).toBe(9);
});

test('words are asked for where the subject alone says nothing', () => {
  expect(subjectNames.filter(needsWords)).toEqual(['data-error', 'medical-aid', 'information', 'other']);
});
