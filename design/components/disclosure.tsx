import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** More for who wants it; closed at first, open on paper. */
export function Disclosure({ summary, children }: { summary: Child; children: Child }): JSX.Element {
  return (
    <details class="disclosure">
      <summary>{summary}</summary>
      <div class="disclosure__body stack">{children}</div>
    </details>
  );
}
