import { expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { hasValidCheckDigit } from '#platform/numbers';
import { provisionalCode, provisionalNumber, readProvisionalCode } from './provisional.ts';

test('a provisional number is no number of a file, and a slip in it is found', () => {
  const application = newId();
  const number = provisionalNumber(application);
  expect(number).toMatch(/^P\d{12}$/);
  expect(hasValidCheckDigit(number.slice(1))).toBe(true);
  expect(provisionalNumber(application)).toBe(number);
  expect(new Set(Array.from({ length: 500 }, () => provisionalNumber(newId()))).size).toBe(500);
});

test('its code leads back to the request, and no other code does', () => {
  const application = newId();
  expect(readProvisionalCode(provisionalCode(application))).toBe(application);
  expect(readProvisionalCode(` ${provisionalCode(application).toLowerCase()}\n`)).toBe(application);
  expect(['RMP1:', 'RMP2:00', application, 'RMD1:ABC'].map(readProvisionalCode)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
