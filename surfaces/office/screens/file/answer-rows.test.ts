import { expect, test } from 'vitest';
import { aFamily } from '../../../testing/families.ts';
import { type AnswerRow, answerRows, typedFrom, valueTyped } from './answer-rows.ts';

const rows = answerRows({ declaration: aFamily('poor') as never, filed_on: '2026-11-02' });
const row = (place: string) => rows.find((one) => one.place === place) as AnswerRow;

test('every answer has its place in the declaration, of the head, of the others and of the household', () => {
  for (const place of ['members[0].cnie', 'members[0].names.fr.family', 'members[1].birth_date', 'dwelling.rooms', 'assets.cows'])
    expect(row(place), place).toBeDefined();
  expect(row('dwelling.electricity')).toMatchObject({ kind: 'flag', label: 'applications.form.choice.dwelling.electricity' });
  expect(new Set(rows.map(({ place }) => place)).size).toBe(rows.length);
});

test.each([
  ['members[0].birth_date', '31 3 1985', '1985-03-31'],
  ['members[0].birth_date', '1985-03-31', '1985-03-31'],
  ['members[0].birth_date', '5/12/1990', '1990-12-05'],
  ['members[0].cnie', 'ab 12-345', 'AB12345'],
  ['resources.income_year', '18 000', 18_000],
  ['dwelling.electricity', 'no', false],
  ['members[0].names.fr.family', '  Amrani ', 'Amrani'],
  ['members[1].cnie', '', undefined],
])('%s typed as “%s” is %s', (place, typed, value) => {
  expect(valueTyped(row(place), typed)).toEqual({ value });
});

test('what is no day and no number is not taken', () => {
  expect(valueTyped(row('members[0].birth_date'), '31 2 1985')).toEqual({ fault: 'no-date' });
  expect(valueTyped(row('members[0].birth_date'), '1985')).toEqual({ fault: 'no-date' });
  expect(valueTyped(row('resources.income_year'), 'many')).toEqual({ fault: 'no-number' });
});

test('what stands is typed back as it is', () => {
  for (const one of rows.filter(({ value }) => value !== undefined && value !== null))
    expect(valueTyped(one, typedFrom(one)), one.place).toEqual({ value: one.value });
});
