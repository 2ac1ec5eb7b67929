import type { ConditionRow } from '#design/components/condition-rows.tsx';
import type { Place } from '../place.ts';
import type { ScoreCondition } from './score-reasons.tsx';

// The law's own words for its limits.
export const limits = { less_than: 'below', at_most: 'at-most', at_least: 'at-least' } as const;
const meanings = new Map<boolean | null, ConditionRow['met']>([
  [true, 'met'],
  [false, 'not-met'],
  [null, 'unknown'],
]);

/** A condition in words: what was counted, the limit, whether it is met, and how sure we are of the limit. */
export function conditionRow({ reader }: Place, condition: ScoreCondition): ConditionRow {
  const amount = (value: number) => reader.text(`portal.score.${condition.unit}`, { value });
  return {
    name: reader.tell(condition.name),
    value: condition.value === null ? '–' : <bdi>{amount(condition.value)}</bdi>,
    limit: reader.say(`portal.score.limit.${limits[condition.operator]}`, { limit: amount(condition.limit) }),
    met: meanings.get(condition.met) ?? 'unknown',
    isNearLimit: condition.isNearLimit,
    ...(condition.status === 'official' ? {} : { note: reader.text(`portal.law.limit.${condition.status}`) }),
  };
}
