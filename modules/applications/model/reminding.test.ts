import { expect, test } from 'vitest';
import { decideReminder, toldTo } from './reminding.ts';

const COMMUNE = '05.081.03.07';

test.each([
  ['on-time', [], undefined],
  ['warning', [], 'warning'],
  ['warning', ['warning'], undefined],
  ['late', ['warning'], 'escalation'],
  ['late', [], 'escalation'],
  ['late', ['warning', 'escalation'], undefined],
  ['late', ['escalation'], undefined],
] as const)('%s, told %j: now %s', (standing, told, said) => {
  expect(decideReminder(standing, new Set(told))).toBe(said);
});

test.each([
  ['warning', 'counter', COMMUNE],
  ['escalation', 'counter', '05.081'],
  ['warning', 'province', '05.081'],
  ['escalation', 'province', ''],
  ['escalation', 'commission-secretary', '05.081'],
  ['escalation', 'verification-officer', ''],
  ['warning', 'anam', ''],
  ['escalation', 'anam', ''],
] as const)('a %s of what the %s holds goes to "%s"', (said, holder, told) => {
  expect(toldTo(said, holder, COMMUNE)).toBe(told);
});
