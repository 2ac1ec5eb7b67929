import { expect, test } from 'vitest';
import { faultOfPassword } from './password.ts';

test.each([
  ['twelve letters, figures or signs', 'olives de mars', undefined],
  ['in any script', 'زيتون مارس 1984', undefined],
  ['too short', 'olives', 'short'],
  ['too long', 'ab3d'.repeat(60), 'long'],
  ['the one before', 'une ancienne', 'same'],
  ['with the login in it', 'Hanane.Azilal2026', 'login'],
  ['of a few letters over and over', 'aaaabbbbaaaa', 'plain'],
])('a new password %s', (_how, password, fault) => {
  expect(faultOfPassword(password, { login: 'hanane.azilal', old: 'une ancienne' })).toBe(fault);
});
