import { type ConditionResult, messageKey } from '#modules/eligibility';
import type { ScoreCondition } from '../pages/score-reasons.tsx';

/** Whether a family is poor rather than vulnerable decides what it pays, not whether it is admitted. */
export function isOfPoverty({ key }: ConditionResult): boolean {
  return key.endsWith('_poor');
}

const units: readonly (readonly [string, ScoreCondition['unit']])[] = [
  ['dirhams', 'dirhams'],
  ['percent', 'percent'],
];

export function toCondition({ key, value, limit, operator, unit, met, near, status }: ConditionResult): ScoreCondition {
  return {
    name: { key: `eligibility.${messageKey('condition', key)}` },
    value,
    limit,
    operator,
    unit: units.find(([start]) => unit.startsWith(start))?.[1] ?? 'points',
    met,
    isNearLimit: near,
    status,
  };
}
