import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export type Factor = {
  readonly name: Child;
  readonly answer?: Child;
  /** Share of the heaviest factor shown, 0 to 1; the list, not the bar, is what is read aloud. */
  readonly weight: number;
};

/** The answers that weighed most in one direction, heaviest first. */
export function FactorBars({ factors, direction }: { factors: readonly Factor[]; direction: 'for' | 'against' }): JSX.Element {
  return (
    <ul class="factors">
      {factors.map(({ name, answer, weight }) => (
        <li>
          <span>
            {name} {answer && <span class="factors__answer">{answer}</span>}
          </span>
          <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar__ground" width="100" height="12" rx="2" />
            <rect class={`bar__${direction}`} width={Math.round(Math.min(1, Math.max(0, weight)) * 100)} height="12" rx="2" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
