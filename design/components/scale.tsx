import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export type ScaleStep = { readonly name: Child; readonly isHere: boolean };

/** A few steps from one end to the other, and where one stands: the place is told by a mark and by weight, never by colour alone. */
export function Scale({ label, steps }: { label: string; steps: readonly ScaleStep[] }): JSX.Element {
  return (
    <ol class="scale" aria-label={label}>
      {steps.map(({ name, isHere }) => (
        <li class={isHere ? 'scale__here' : undefined} aria-current={isHere ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}
