import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entitledBy } from '#modules/registry';
import { addDays, toDate } from '#platform/dates';
import { endings, foreseenEnd, type MemberPeriod, membershipOn } from './beneficiary.ts';

const ages = { dependent: 21, studying: 26 };
const birth = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(toDate('1970-01-01'), days).toString());
const child = { ref: 3, relation: 'child', maritalStatus: 'single', earns: false } as const;

test('a child has rights on the last day that is foreseen and none on the next, whenever it was born', () => {
  fc.assert(
    fc.property(birth, fc.boolean(), (birthDate, studies) => {
      const member = { ...child, birthDate, schooling: studies ? 'higher' : 'none', disabled: false };
      const rule = studies ? 'studying-child' : 'dependent-child';
      const last = foreseenEnd({ entitledBy: rule, birthDate }, ages)?.to_day ?? '';
      expect(entitledBy(member, last, ages)).toBe(rule);
      expect(entitledBy(member, addDays(toDate(last), 1).toString(), ages)).toBeUndefined();
    }),
  );
});

test('who was born on 29 February is a child until 28 February of a year without one', () => {
  expect(foreseenEnd({ entitledBy: 'dependent-child', birthDate: '2004-02-29' }, ages)).toEqual({
    to_day: '2026-02-28',
    ends_by: 'child-age',
  });
});

test('the applicant, a spouse and a disabled child have no end by age', () => {
  for (const rule of ['applicant', 'spouse', 'disabled-child'] as const)
    expect(foreseenEnd({ entitledBy: rule, birthDate: '1990-05-01' }, ages)).toBeUndefined();
});

test('one stay prolonged by studies is one stay; after it the member is out, by age', () => {
  const known = '2026-01-01T00:00:00Z';
  const stay: MemberPeriod[] = [
    { from: '2026-01-01', to: '2026-06-30', begunBy: 'registered', endsBy: 'child-age', knownFrom: known },
    { from: '2026-07-01', to: '2031-06-30', begunBy: 'studies', endsBy: 'student-age', knownFrom: known },
  ];
  expect(membershipOn(stay, '2025-12-31')).toBeUndefined();
  for (const day of ['2026-06-30', '2026-07-01'])
    expect(membershipOn(stay, day)).toEqual({ is: 'in', since: '2026-01-01', until: '2031-06-30' });
  expect(membershipOn(stay, '2031-07-01')).toEqual({ is: 'out', since: '2031-07-01', by: 'student-age', until: undefined });
  const born: MemberPeriod = { from: '2026-03-02', to: null, begunBy: 'birth', endsBy: null, knownFrom: known };
  expect(membershipOn([born], '2026-03-01')).toEqual({ is: 'not-yet', until: '2026-03-01' });
});

test('every day is in or out exactly as the period known last says, however late the news came', () => {
  const period = fc.record({ from: fc.nat(20), length: fc.option(fc.nat(10)), ends: fc.constantFrom(...endings) });
  const dayOf = (place: number) => addDays(toDate('2026-02-20'), place).toString();
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 5 }), fc.nat(30), (told, on) => {
      const periods = told.map(({ from, length, ends }, place): MemberPeriod => {
        const to = length === null ? null : dayOf(from + length);
        const end = to === null ? { to, endsBy: null } : { to, endsBy: ends };
        return { from: dayOf(from), ...end, begunBy: 'birth', knownFrom: `2026-01-01T00:00:0${place}Z` };
      });
      const isIn = told.some(({ from, length }) => from <= on && (length === null || on <= from + length));
      expect(membershipOn(periods, dayOf(on))?.is === 'in').toBe(isIn);
    }),
  );
});
