import { expect, test } from 'vitest';
import { barsOf } from './bars.ts';
import { inMinutes, paceOf } from './pace.ts';
import { obviousReason, reasonsFor } from './reasons.ts';

test('the limit of poverty is a mark on the bar of its condition', () => {
  const bars = barsOf([
    { key: 'patrimony', value: 24, limit: 70, met: true },
    { key: 'patrimony_poor', value: 24, limit: 28, met: true },
    { key: 'living_conditions', value: null, limit: 6, met: null },
  ] as never);
  expect(bars.map(({ key, poorCut }) => [key, poorCut])).toEqual([
    ['patrimony', 28],
    ['living_conditions', undefined],
  ]);
  const [first] = bars;
  expect(first && first.atValue < (first.atCut ?? 0) && (first.atCut ?? 0) < first.atLimit).toBe(true);
});

test('whoever follows the score is not asked why; whoever leaves it chooses among reasons that can carry it', () => {
  expect(obviousReason('poor', 'poor')).toBe('as-scored');
  expect(obviousReason('not_eligible', 'refused')).toBe('as-scored');
  expect(obviousReason('not_eligible', 'poor')).toBeUndefined();
  expect(reasonsFor('not_eligible', 'poor')).not.toContain('as-scored');
  expect(reasonsFor('poor', 'adjourned').length).toBeGreaterThan(1);
  expect(reasonsFor('poor', 'adjourned')).not.toContain('quorum-lacking');
  expect(obviousReason('poor', 'adjourned', false)).toBe('quorum-lacking');
});

test('the pace is told from the opening to the last ruling', () => {
  const ruling = { ruledAt: '2026-11-28T09:02:24Z' };
  const room = { sitting: { openedAt: '2026-11-28T09:00:00Z' }, files: [{ ruling }, { ruling }, {}], decided: 2 };
  expect(inMinutes(paceOf(room as never) ?? 0)).toBe('1:12');
  expect(paceOf({ ...room, decided: 0 } as never)).toBeUndefined();
});
