import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Concrete things, drawn for this service, for people who read pictures before words: 64 px grid, one wash, one accent, always beside a text. */
const pictograms = {
  family: (
    <Fragment>
      <path class="calm" d="M6 57V41a13 13 0 0 1 26 0v16z" />
      <path class="calm" d="M33 57V43a12.500 12.500 0 0 1 25 0v14z" />
      <circle class="wash" cx="19" cy="17" r="7" />
      <circle class="wash" cx="46" cy="20" r="6.500" />
      <path class="wash" d="M21 57v-2.500a11 11 0 0 1 22 0V57z" />
      <circle class="warm" cx="32" cy="37" r="5.500" />
      <path d="M3 57h58" />
    </Fragment>
  ),
  card: (
    <Fragment>
      <rect class="wash" x="5" y="14" width="54" height="36" rx="4" />
      <path class="blue" d="M5 18a4 4 0 0 1 4-4h46a4 4 0 0 1 4 4v4H5z" />
      <circle class="warm" cx="18" cy="33" r="4.5" />
      <path d="M10 45a8 8 0 0 1 16 0" />
      <path d="M32 30h11M32 36h8" />
      <path d="M48 34h5v5h-5zM48 44h1m3 0h1m-1-2" />
    </Fragment>
  ),
  hospital: (
    <Fragment>
      <path class="wash" d="M14 57V15h36v42" />
      <path class="calm" d="M5 57V33h9v24M50 57V33h9v24" />
      <path class="blue" d="M29 20h6v5h5v6h-5v5h-6v-5h-5v-6h5z" />
      <path class="warm" d="M27 57V45h10v12" />
      <path d="M3 57h58M9 39v1m0 6v1M55 39v1m0 6v1" />
    </Fragment>
  ),
  'post-office': (
    <Fragment>
      <path class="wash" d="M9 57V27h46v30" />
      <path class="warm" d="M6 27 12 13h40l6 14z" />
      <path d="M17 27v4m10-4v4m10-4v4m10-4v4" />
      <path class="calm" d="M16 39h17v11H16zM16 39l8.500 6.500L33 39" />
      <path class="blue" d="M41 38h8v19h-8z" />
      <path d="M3 57h58" />
    </Fragment>
  ),
  house: (
    <Fragment>
      <path class="wash" d="M10 57V27h44v30" />
      <path class="calm" d="M6 20h52v7H6z" />
      <path d="M12 20v-4m8 4v-4m8 4v-4m8 4v-4m8 4v-4m8 4v-4" />
      <path class="warm" d="M27 57V45a5 5 0 0 1 10 0v12" />
      <path class="blue" d="M16 35h6v7h-6zM42 35h6v7h-6z" />
      <path d="M3 57h58" />
    </Fragment>
  ),
  papers: (
    <Fragment>
      <path class="calm" d="M20 7h28a3 3 0 0 1 3 3v38" />
      <path class="wash" d="M13 14h22l9 9v31a3 3 0 0 1-3 3H13a3 3 0 0 1-3-3V17a3 3 0 0 1 3-3z" />
      <path d="M35 14v9h9M18 30h18M18 37h18M18 44h9" />
      <circle class="warm" cx="36" cy="48" r="4.500" />
    </Fragment>
  ),
} as const;

export type PictogramName = keyof typeof pictograms;

export const pictogramNames = Object.keys(pictograms) as PictogramName[];

export function Pictogram({ name }: { name: PictogramName }): JSX.Element {
  return (
    <svg class="pictogram" viewBox="0 0 64 64" aria-hidden="true">
      {pictograms[name]}
    </svg>
  );
}
