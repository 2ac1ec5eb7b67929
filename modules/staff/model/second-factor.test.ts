import { expect, test } from 'vitest';
import { needsSecondFactor, readRecoveryCode, toRecoveryCode } from './second-factor.ts';

test.each([
  ['everyone', 'counter-agent', '05.081.01.01', true],
  ['deciding', 'counter-agent', '05.081.01.01', false],
  ['deciding', 'counter-agent', '', true],
  ['deciding', 'commission-secretary', '05.081', true],
  ['deciding', 'provincial-officer', '05.081', true],
  ['deciding', 'verification-officer', '05.081', false],
  ['deciding', 'auditor', '', true],
  ['enrolled', 'provincial-officer', '05.081', false],
] as const)('where a code is asked of %s, a %s of "%s" needs one: %s', (policy, role, territory, needed) => {
  expect(needsSecondFactor(policy, { role, territory })).toBe(needed);
});

test('a recovery code is read however it was copied, and nothing else is taken for one', () => {
  const code = toRecoveryCode(Uint8Array.from({ length: 10 }, (_, at) => at * 25));
  expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  expect(readRecoveryCode(` ${code.toUpperCase().replace('-', ' ')}`)).toBe(code);
  for (const typed of ['123456', '', 'abcde-fghi', 'abcde-fghij-k', 'abcde-fgh!j'])
    expect(readRecoveryCode(typed)).toBeUndefined();
});
