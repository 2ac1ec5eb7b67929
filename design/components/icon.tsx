import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/**
 * Twenty signs at most, each always beside a word, so hidden from screen readers. Paths from Lucide (ISC Licence, © Lucide Icons and Contributors,
 * https://lucide.dev), 24 px grid. Those that point along the line of reading are mirrored for Arabic; clocks, ticks and shields are not.
 */
const icons = {
  forward: { mirror: true, drawing: <path d="M5 12h14m-7-7 7 7-7 7" /> },
  back: { mirror: true, drawing: <path d="M19 12H5m7 7-7-7 7-7" /> },
  tick: { mirror: false, drawing: <path d="M20 6 9 17l-5-5" /> },
  cross: { mirror: false, drawing: <path d="M18 6 6 18M6 6l12 12" /> },
  clock: {
    mirror: false,
    drawing: (
      <Fragment>
        <circle cx="12" cy="12" r="10" />
        <path d="M12 6v6l4 2" />
      </Fragment>
    ),
  },
  warning: {
    mirror: false,
    drawing: <path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4m0 4h.01" />,
  },
  information: {
    mirror: false,
    drawing: (
      <Fragment>
        <circle cx="12" cy="12" r="10" />
        <path d="M12 16v-4m0-4h.01" />
      </Fragment>
    ),
  },
  'shield-tick': { mirror: false, drawing: <path d={`${shield()}m9 12 2 2 4-4`} /> },
  'shield-cross': { mirror: false, drawing: <path d={`${shield()}m14.5 9.5-5 5m0-5 5 5`} /> },
  question: {
    mirror: false,
    drawing: (
      <Fragment>
        <circle cx="12" cy="12" r="10" />
        <path d="M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3m.08 4h.01" />
      </Fragment>
    ),
  },
} as const;

export type IconName = keyof typeof icons;

export const iconNames = Object.keys(icons) as IconName[];

export function Icon({ name }: { name: IconName }): JSX.Element {
  const { mirror, drawing } = icons[name];
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" {...(mirror ? { 'data-mirror': '' } : {})}>
      {drawing}
    </svg>
  );
}

function shield(): string {
  return 'M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z';
}
