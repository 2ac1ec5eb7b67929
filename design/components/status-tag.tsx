import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export type StatusTone = 'open' | 'todo' | 'attention' | 'refused' | 'waiting';

/** A state is always shape, word and colour together: ● open, ◆ to do, ▲ attention, ■ refused, ○ waiting. */
const shapes: Readonly<Record<StatusTone, JSX.Element>> = {
  open: <circle cx="6" cy="6" r="6" />,
  todo: <path d="M6 0l6 6-6 6-6-6z" />,
  attention: <path d="M6 0l6 12H0z" />,
  refused: <path d="M0 0h12v12H0z" />,
  waiting: <circle cx="6" cy="6" r="5" />,
};

export const statusTones = Object.keys(shapes) as StatusTone[];

export function StatusTag({ tone, children }: { tone: StatusTone; children: Child }): JSX.Element {
  return (
    <strong class={`tag tag--${tone}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </strong>
  );
}
