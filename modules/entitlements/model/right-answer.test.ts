import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDate } from '#platform/dates';
import { rightStates } from './right.ts';
import { type AnswerState, answerStates, betterAnswer, type KnownPeriod, type RightFacts, rightAnswer } from './right-answer.ts';

const DAYS = 30;
const ORIGIN = toDate('2026-02-10');
const dayOf = (place: number) => addDays(ORIGIN, place).toString();
const span = fc.tuple(fc.nat(DAYS - 1), fc.nat(9)).map(([from, length]) => ({ from, to: Math.min(DAYS - 1, from + length) }));

type Told = { state: (typeof rightStates)[number]; reason: string; from: number; to: number };
const told: fc.Arbitrary<Told> = fc
  .tuple(fc.constantFrom(...rightStates), fc.constantFrom('term', 'death', 'registered'), span)
  .map(([state, reason, days]) => ({ state, reason, ...days }));
const family = fc.record({
  told: fc.array(told, { maxLength: 6 }),
  category: fc.constantFrom('poor' as const, 'vulnerable' as const),
  term: fc.nat(DAYS - 1),
  receipt: fc.option(span),
});
type Family = typeof family extends fc.Arbitrary<infer F> ? F : never;

function factsOf({ told, category, term, receipt }: Family): RightFacts {
  const periods: KnownPeriod[] = told.map(({ from, to, ...rest }, place) => ({
    ...rest,
    ...{ from: dayOf(from), to: dayOf(to), knownFrom: `2026-01-01T00:00:0${place}.000Z` },
  }));
  return {
    ...(told.length === 0 ? {} : { registration: { category, term: dayOf(term) } }),
    periods,
    ...(receipt ? { receipt: { from: dayOf(receipt.from), to: dayOf(receipt.to) } } : {}),
    renewalOpensMonths: () => 3,
  };
}

const saying: Record<string, AnswerState> = {
  provisional: 'emergency-only',
  pending_payment: 'unpaid',
  open: 'open',
  suspended: 'suspended',
  closed: 'closed',
};

/** Every day written out one by one: painted over by what was known later, then what no period says filled in from left to right. */
function written({ told, category, term, receipt }: Family): AnswerState[] {
  const days: (AnswerState | undefined)[] = Array.from({ length: DAYS });
  for (const { state, reason, from, to } of told)
    for (let day = from; day <= to; day += 1) days[day] = reason === 'term' && state === 'closed' ? 'expired' : saying[state];
  let last: AnswerState | undefined;
  return Array.from({ length: DAYS }, (_, day) => {
    const said = days[day];
    if (said !== undefined) {
      last = said;
      return said;
    }
    if (last === undefined) {
      if (!receipt || day < receipt.from) return 'unknown';
      return day <= receipt.to ? 'emergency-only' : 'expired';
    }
    if (last === 'closed') return 'closed';
    const isOwed = category === 'vulnerable' && ['open', 'unpaid'].includes(last) && day <= term;
    return isOwed ? 'unpaid' : 'expired';
  });
}

test('on every day of random families the answer is that of a calendar written out day by day, from its first day to its last', () => {
  const seen = new Set<AnswerState>();
  fc.assert(
    fc.property(family, (one) => {
      const facts = factsOf(one);
      const days = written(one);
      const told = days.map((_state, place) => {
        const { state, since, until, emergenciesUntil } = rightAnswer(facts, dayOf(place));
        return { state, since, until, emergenciesUntil };
      });
      expect(told.map(({ state }) => state)).toEqual(days);
      for (const [place, state] of days.entries()) {
        seen.add(state);
        const first = days.findLastIndex((other, at) => at < place && other !== state) + 1;
        const next = days.findIndex((other, at) => at > place && other !== state);
        const isGood = one.receipt !== null && one.receipt.from <= place && place <= one.receipt.to;
        const expected = {
          since: first > 0 ? dayOf(first) : told[place]?.since,
          until: next > 0 ? dayOf(next - 1) : told[place]?.until,
          emergenciesUntil: isGood && state === 'unpaid' ? facts.receipt?.to : undefined,
        };
        if (JSON.stringify({ state, ...expected }) !== JSON.stringify(told[place]))
          expect(told[place]).toEqual({ state, ...expected });
      }
    }),
    { numRuns: 200 },
  );
  expect([...seen].sort()).toEqual(answerStates.toSorted());
});

const open = (to: string, from = '2026-01-01'): KnownPeriod => ({
  ...{ state: 'open', from, to, reason: 'registered', knownFrom: '2026-01-01T09:00:00Z' },
});
const of = (category: 'poor' | 'vulnerable', periods: readonly KnownPeriod[]): RightFacts => ({
  registration: { category, term: '2028-12-31' },
  periods,
  renewalOpensMonths: () => 3,
});

test('the renewal is the next step from three months before the end of the rights, and once they are over', () => {
  const facts = of('poor', [open('2028-12-31')]);
  expect(rightAnswer(facts, '2028-09-29')).toMatchObject({ state: 'open', until: '2028-12-31', next: 'none' });
  expect(rightAnswer(facts, '2028-09-30')).toMatchObject({ state: 'open', next: 'renew' });
  expect(rightAnswer(facts, '2029-01-01')).toMatchObject({
    state: 'expired',
    since: '2029-01-01',
    reason: 'term',
    next: 'renew',
  });
});

test('the year that a vulnerable family has not paid is owed until its term, and is no renewal', () => {
  const facts = of('vulnerable', [open('2026-12-31')]);
  expect(rightAnswer(facts, '2026-12-01')).toMatchObject({ state: 'open', next: 'none' });
  expect(rightAnswer(facts, '2027-03-01')).toEqual({
    ...{ state: 'unpaid', since: '2027-01-01', until: '2028-12-31', reason: 'contribution-due', next: 'pay' },
  });
  expect(rightAnswer(facts, '2029-01-01')).toMatchObject({ state: 'expired', since: '2029-01-01' });
});

test('a receipt opens emergencies until its last day, and then leads to the request', () => {
  const facts: RightFacts = { periods: [], receipt: { from: '2026-03-01', to: '2026-04-30' }, renewalOpensMonths: () => 3 };
  expect(rightAnswer(facts, '2026-02-28')).toEqual({ state: 'unknown', until: '2026-02-28', reason: 'not-found', next: 'apply' });
  expect(rightAnswer(facts, '2026-04-30')).toEqual({
    ...{ state: 'emergency-only', since: '2026-03-01', until: '2026-04-30', reason: 'receipt', next: 'follow-request' },
  });
  expect(rightAnswer(facts, '2026-05-01')).toMatchObject({ state: 'expired', reason: 'receipt-term', next: 'follow-request' });
});

test('of two families of one person the better answer stands, the later one where both are alike', () => {
  const over = rightAnswer(of('poor', [open('2026-02-01')]), '2026-06-01');
  const good = rightAnswer(of('poor', [open('2028-12-31')]), '2026-06-01');
  expect(betterAnswer(over, good)).toBe(good);
  expect(betterAnswer(good, over)).toBe(good);
  const later = rightAnswer(of('poor', [open('2028-12-31', '2026-05-01')]), '2026-06-01');
  expect(betterAnswer(good, later)).toBe(later);
  expect(betterAnswer(later, good)).toBe(later);
});
