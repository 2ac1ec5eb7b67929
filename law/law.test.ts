import { describe, expect, test } from 'vitest';
import { historyOf, lawAt, NotYetLawError } from './law.ts';

describe('the law on a day', () => {
  test('a vulnerable household pays 120 DH a person and at most 600', () => {
    const { contributions } = lawAt('2015-06-01');
    expect(contributions.perPerson).toMatchObject({ value: 120, status: 'official', from: '2008-10-16' });
    expect(contributions.perPerson.source).toContain('art. 25');
    expect(contributions.householdCap.value).toBe(600);
  });

  test('rights last two years before the generalisation and three from that day on', () => {
    expect(lawAt('2012-03-12').rights.periodMonths.value).toBe(24);
    expect(lawAt('2012-03-13').rights.periodMonths.value).toBe(36);
    expect(historyOf('rights.periodMonths').map((stated) => stated.from)).toEqual(['2008-10-16', '2012-03-13']);
  });

  test('the clock of a stage has three hands', () => {
    expect(lawAt('2026-01-01').deadlines.cardDelivery.value).toEqual({ normal: 20, warning: 25, late: 30 });
  });

  test('a value asked before its first day is refused, by name and day', () => {
    expect(() => lawAt('2008-10-15').contributions.perPerson).toThrow(NotYetLawError);
    expect(() => lawAt('2020-01-01').eligibility.directAidLimit).toThrow(
      'eligibility.directAidLimit has no value before 2022-12-01',
    );
  });

  test('a day that is not written as a date is refused', () => {
    expect(() => lawAt('1/1/2020')).toThrow(RangeError);
  });
});
