import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDate } from '#platform/dates';
import { canBeAbout, changeOfMember, effectOf, isCoveredElsewhere, lifeEventKinds, type MemberDays } from './life-event.ts';

const ages = { dependent: 21, studying: 26 };
const DAYS = 40;
const dayOf = (place: number) => addDays(toDate('2026-02-01'), place).toString();
/** Turns 22 on the twentieth day: its part ends with the day before. */
const birthDate = '2004-02-20';
const child: MemberDays[] = [
  { id: '1', entitled_by: 'dependent-child', from_day: dayOf(5), to_day: dayOf(18), ends_by: 'child-age' },
];
const wife: MemberDays[] = [{ id: '1', entitled_by: 'spouse', from_day: dayOf(5), to_day: null, ends_by: null }];

function daysOf(periods: readonly Omit<MemberDays, 'id'>[]): boolean[] {
  return Array.from({ length: DAYS }, (_, at) =>
    periods.some(({ from_day, to_day }) => from_day <= dayOf(at) && (to_day === null || dayOf(at) <= to_day)),
  );
}
function after(before: readonly MemberDays[], kind: (typeof lifeEventKinds)[number], on: string, today = on) {
  const change = changeOfMember(before, { kind, on, birthDate, today }, ages);
  return change && [...before.filter((one) => !change.gone.includes(one)), ...change.parts];
}

test('a part that ends by an event has every day up to it and none after, whatever the day', () => {
  const endings = lifeEventKinds.filter((kind) => effectOf(kind).ends);
  fc.assert(
    fc.property(fc.constantFrom(...endings), fc.constantFrom(child, wife), fc.nat(DAYS - 1), (kind, before, on) => {
      const left = after(before, kind, dayOf(on));
      expect(daysOf(left ?? before)).toEqual(daysOf(before).map((isIn, day) => isIn && day <= on));
    }),
  );
});

test('justified studies go on from the last day of the age without a gap, once', () => {
  const left = after(child, 'studies', dayOf(10)) ?? [];
  expect(daysOf(left).slice(5)).toEqual(Array.from({ length: DAYS - 5 }, () => true));
  expect(left.at(-1)).toMatchObject({ entitled_by: 'studying-child', to_day: '2031-02-19', ends_by: 'student-age' });
  expect(after(left as MemberDays[], 'studies', dayOf(10))).toBeUndefined();
  expect(after(wife, 'studies', dayOf(10))).toBeUndefined();
});

test('a child found disabled has its part from that day on without an end, even where its age had ended it', () => {
  for (const on of [0, 7, 18, 30]) {
    const left = daysOf(after(child, 'disability', dayOf(on)) ?? []);
    expect(left).toEqual(daysOf(child).map((isIn, day) => isIn || (day >= on && day >= 5)));
  }
});

test('who has left the family comes back by no disability and no studies, whatever ended its part', () => {
  const hasLeft: MemberDays['ends_by'][] = ['death', 'marriage', 'departure', 'double-cover', 'renewal'];
  for (const ends_by of hasLeft)
    for (const kind of ['disability', 'studies'] as const)
      for (const on of [0, 10, 30]) expect(after([{ ...child[0], ends_by } as MemberDays], kind, dayOf(on))).toBeUndefined();
});

test('an event is about whom it can happen to: a spouse divorces, a child studies, anybody dies', () => {
  expect(canBeAbout('divorce', 'spouse')).toBe(true);
  expect(canBeAbout('divorce', 'applicant')).toBe(false);
  expect(canBeAbout('studies', 'dependent-child')).toBe(true);
  expect(canBeAbout('studies', 'spouse')).toBe(false);
  expect(canBeAbout('death', 'applicant')).toBe(true);
  expect(canBeAbout('birth', 'applicant')).toBe(false);
});

test('whom another cover ended comes back on the day of the decision, to the end that is foreseen, and nobody else does', () => {
  const covered = [{ ...child[0], to_day: dayOf(8), ends_by: 'double-cover' }] as MemberDays[];
  for (const on of [9, 12, 18]) {
    const left = daysOf(after(covered, 'cover-ended', dayOf(6), dayOf(on)) ?? []);
    expect(left).toEqual(Array.from({ length: DAYS }, (_, day) => (day >= 5 && day <= 8) || (day >= on && day <= 18)));
  }
  for (const on of [7, 8, 19, 30]) expect(after(covered, 'cover-ended', dayOf(6), dayOf(on))).toBeUndefined();
  for (const ends_by of ['death', 'divorce', 'marriage', 'departure', 'child-age', 'renewal'] as const)
    expect(after([{ ...covered[0], ends_by } as MemberDays], 'cover-ended', dayOf(6), dayOf(12))).toBeUndefined();
  const back = after(covered, 'cover-ended', dayOf(6), dayOf(12)) as MemberDays[];
  expect(isCoveredElsewhere(covered)).toBe(true);
  expect(isCoveredElsewhere(back)).toBe(false);
  expect(after(back, 'cover-ended', dayOf(6), dayOf(13))).toBeUndefined();
});
