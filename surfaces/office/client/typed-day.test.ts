import { expect, test } from 'vitest';
import { parseTypedDay, writeDay } from './typed-day.ts';

test.each([['31 3 1985'], ['31/03/1985'], ['31.03.1985'], ['31-03-1985'], ['31031985'], ['1985-03-31'], [' 31/3/1985 ']])(
  '%s is the last of March',
  (typed) => expect(parseTypedDay(typed)).toBe('1985-03-31'),
);

test.each([[''], ['31'], ['31/3'], ['31/3/85'], ['30/02/1985'], ['3/31/1985'], ['31/3/1985/2'], ['1/1/1880'], ['demain']])(
  '“%s” is no day',
  (typed) => expect(parseTypedDay(typed)).toBeUndefined(),
);

test('a day stands in its field as it is typed', () => {
  expect(writeDay('1985-03-31')).toBe('31/03/1985');
  expect(parseTypedDay(writeDay('1985-03-31'))).toBe('1985-03-31');
});
