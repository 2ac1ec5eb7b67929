import { expect, test } from 'vitest';
import { faultOfNewcomer, type KnownFamily } from './newcomer.ts';

const ages = { dependent: 21, studying: 26 };
const today = '2026-11-20';
const named = (given: string) => ({ fr: { given, family: 'Essai' } });
const person = { names: named('Aïcha'), sex: 'F' as const, birthDate: '1985-04-02' };
const newborn = { names: named('Hassan'), sex: 'M' as const, birthDate: '2026-11-01' };

const member = (personId: string, entitledBy: string, more = {}) =>
  ({ personId, entitledBy, cnie: undefined, ...person, ...more }) as KnownFamily['stated'][number];
const part = (person_id: string, entitled_by: string, more = {}) =>
  ({ person_id, entitled_by, from_day: '2026-01-01', to_day: null, ends_by: null, ...more }) as KnownFamily['periods'][number];

const head = member('head', 'applicant', { names: named('Saïd'), sex: 'M', birthDate: '1980-01-01', cnie: 'AB1' });
function codeOf(coming: { kind: 'birth' | 'marriage'; on?: string; newcomer: object }, more: Partial<KnownFamily> = {}) {
  const family = { stated: [head], periods: [part('head', 'applicant')], today, ...more };
  return faultOfNewcomer({ on: today, ...coming } as Parameters<typeof faultOfNewcomer>[0], family, ages)?.refused;
}

test.each([
  ['2026-11-20', undefined],
  ['2004-11-21', undefined],
  ['2004-11-20', 'birth-too-long-ago'],
  ['1900-01-01', 'birth-too-long-ago'],
])('a birth of %s: a child of at most twenty-one years is of the family', (birthDate, fault) => {
  expect(codeOf({ kind: 'birth', on: birthDate, newcomer: { ...newborn, birthDate } })).toBe(fault);
});

test.each([
  ['1995-02-03', undefined],
  ['2010-06-01', undefined],
  ['2014-11-21', 'spouse-age'],
  ['2999-01-01', 'spouse-age'],
  ['1900-01-01', 'spouse-age'],
])('a spouse born on %s: it can have married on the day it says', (birthDate, fault) => {
  expect(codeOf({ kind: 'marriage', newcomer: { ...person, birthDate } })).toBe(fault);
});

test('nobody marries, nor has a child, while the head of the family was a child itself', () => {
  const before = member('head', 'applicant', { birthDate: '2000-01-01' });
  const of = { stated: [before] };
  expect(codeOf({ kind: 'birth', on: '2010-01-01', newcomer: { ...newborn, birthDate: '2010-01-01' } }, of)).toBe('head-age');
  expect(codeOf({ kind: 'marriage', on: '2011-12-31', newcomer: person }, of)).toBe('head-age');
  expect(codeOf({ kind: 'marriage', on: '2012-01-01', newcomer: person }, of)).toBeUndefined();
});

test('who bears a card of the family is of it, and so is who bears the same names, day and sex; a twin is not', () => {
  expect(codeOf({ kind: 'marriage', newcomer: { ...person, cnie: 'AB1' } })).toBe('newcomer-in-family');
  const twin = member('twin', 'dependent-child', newborn);
  const of = { stated: [head, twin], periods: [part('twin', 'dependent-child')] };
  expect(codeOf({ kind: 'birth', newcomer: newborn }, of)).toBe('newcomer-in-family');
  expect(codeOf({ kind: 'birth', newcomer: { ...newborn, names: named('Houssein') } }, of)).toBeUndefined();
  const other = { stated: [head, member('other', 'spouse', { cnie: 'CD2' })], periods: [part('other', 'spouse')] };
  expect(codeOf({ kind: 'marriage', newcomer: { ...person, cnie: 'EF3' } }, other)).toBeUndefined();
});

test('who lives with the family without rights is of it; who divorced may marry again, and who came by an event undone never came', () => {
  const grown = member('grown', '', { cnie: 'CD2' });
  const newcomer = { ...person, cnie: 'CD2' };
  expect(codeOf({ kind: 'marriage', newcomer }, { stated: [head, grown] })).toBe('newcomer-in-family');
  const wife = { stated: [head, member('wife', 'spouse', { cnie: 'CD2' })] };
  const ended = { to_day: '2026-06-01', ends_by: 'divorce' };
  expect(codeOf({ kind: 'marriage', newcomer }, { ...wife, periods: [part('wife', 'spouse')] })).toBe('newcomer-in-family');
  expect(codeOf({ kind: 'marriage', newcomer }, { ...wife, periods: [part('wife', 'spouse', ended)] })).toBeUndefined();
  const dead = part('wife', 'spouse', { ...ended, ends_by: 'death' });
  expect(codeOf({ kind: 'marriage', newcomer }, { ...wife, periods: [dead] })).toBe('newcomer-in-family');
  expect(codeOf({ kind: 'marriage', newcomer }, wife)).toBeUndefined();
});
