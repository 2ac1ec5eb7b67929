import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Reader } from '../reader.tsx';
import { StatusTag, type StatusTone } from './status-tag.tsx';

export type ConditionRow = {
  readonly name: Child;
  readonly value: Child;
  readonly limit: Child;
  readonly met: 'met' | 'not-met' | 'unknown';
  /** The value is close enough to the limit that a small change would turn the answer. */
  readonly isNearLimit?: boolean;
  readonly note?: Child;
};

/** One row a condition: my value, the limit, met or not, in words. Never one gauge: the score is not one number. */
export function ConditionRows({ reader, conditions }: { reader: Reader; conditions: readonly ConditionRow[] }): JSX.Element {
  return (
    <ul class="conditions">
      {conditions.map((condition) => (
        <li class={`condition condition--${condition.met}`}>
          <div class="condition__head">
            <h3>{condition.name}</h3>
            <StatusTag tone={tones[condition.met]}>{reader.text(`design.condition.${condition.met}`)}</StatusTag>
          </div>
          <dl class="condition__numbers">
            <div>
              <dt>{reader.text('design.condition.value')}</dt>
              <dd>{condition.value}</dd>
            </div>
            <div>
              <dt>{reader.text('design.condition.limit')}</dt>
              <dd>{condition.limit}</dd>
            </div>
          </dl>
          {condition.isNearLimit && (
            <div>
              <StatusTag tone="attention">{reader.text('design.condition.near')}</StatusTag>
            </div>
          )}
          {condition.note && <p class="quiet">{condition.note}</p>}
        </li>
      ))}
    </ul>
  );
}

const tones: Readonly<Record<ConditionRow['met'], StatusTone>> = { met: 'open', 'not-met': 'refused', unknown: 'waiting' };
