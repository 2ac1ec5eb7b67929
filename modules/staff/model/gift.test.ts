import { expect, test } from 'vitest';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { areKeptApart, mayGive } from './gift.ts';

const province = aPost('province-administrator', '05.081');
const nation = aPost('administrator', '');

test.each([
  ['a post of the province', province, 'counter-agent', '05.081.01.01', true],
  ['a post of the whole province', province, 'provincial-officer', '05.081', true],
  ['a post of the next province', province, 'counter-agent', '05.091', false],
  ['a post whose code only begins alike', province, 'counter-agent', '05.0811', false],
  ['a post of the nation', province, 'counter-agent', '', false],
  ['an administrator’s', province, 'province-administrator', '05.081', false],
  ['an auditor’s', province, 'auditor', '05.081', false],
  ['any post, for the nation', nation, 'administrator', '', true],
])('an administrator and %s', (_what, by, role, territory, may) => {
  expect(mayGive(by, { role, territory })).toBe(may);
});

test.each([
  ['commission-secretary', '05.081', 'provincial-officer', '05.081', true],
  ['provincial-officer', '05.081', 'commission-secretary', '05.081.01.01', true],
  ['commission-secretary', '05.081', 'provincial-officer', '05.091', false],
  ['counter-agent', '05.081.01.01', 'commission-secretary', '', true],
  ['counter-agent', '05.081.01.01', 'counter-agent', '05.081.01.03', false],
] as const)('a %s of "%s" and a %s of "%s" are for two people: %s', (role, territory, otherRole, otherTerritory, two) => {
  expect(areKeptApart({ role, territory }, { role: otherRole, territory: otherTerritory })).toBe(two);
});
