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
  mother: (
    <Fragment>
      <path class="calm" d="M9 57V43a14 14 0 0 1 28 0v14z" />
      <path class="blue" d="M13 31V18a10 10 0 0 1 20 0v13z" />
      <circle class="wash" cx="23" cy="19" r="7" />
      <path class="wash" d="M37 57v-5a10 10 0 0 1 20 0v5z" />
      <circle class="warm" cx="47" cy="35" r="6" />
      <path d="M3 57h58" />
    </Fragment>
  ),
  child: (
    <Fragment>
      <path class="calm" d="M14 42a18 16 0 0 1 36 0c0 11-8 16-18 16s-18-5-18-16z" />
      <circle class="warm" cx="32" cy="22" r="13" />
      <path d="M27 20v2m10-2v2M27 28a6 6 0 0 0 10 0M32 9q0-5 5-5M16 47q16 6 31-6" />
    </Fragment>
  ),
  elderly: (
    <Fragment>
      <circle class="warm" cx="25" cy="16" r="8" />
      <path class="calm" d="M11 57V42a13 13 0 0 1 27 0v15z" />
      <path d="M33 44h13M46 57V38a4.500 4.500 0 0 1 9 0M3 57h58" />
    </Fragment>
  ),
  'national-card': (
    <Fragment>
      <rect class="wash" x="5" y="13" width="54" height="38" rx="4" />
      <path class="calm" d="M11 20h18v25H11z" />
      <circle class="warm" cx="20" cy="29" r="5" />
      <path d="M13 45a7 7 0 0 1 14 0M35 22h18M35 29h18M35 36h11" />
      <path class="blue" d="M45 40h8v6h-8z" />
    </Fragment>
  ),
  coins: (
    <Fragment>
      <rect class="wash" x="4" y="12" width="48" height="28" rx="3" />
      <circle class="calm" cx="25" cy="26" r="7" />
      <path d="M10 18v1m0 14v1" />
      <path class="warm" d="M34 38v15c0 6 25 6 25 0V38" />
      <ellipse class="warm" cx="46.500" cy="38" rx="12.500" ry="4.500" />
      <path d="M34 45.500c0 6 25 6 25 0" />
    </Fragment>
  ),
  scales: (
    <Fragment>
      <path d="M32 9v48M20 57h24M11 17h42" />
      <path class="wash" d="M2 38h18a9 8 0 0 1-18 0zM11 17 2 38m9-21 9 21" />
      <path class="warm" d="M44 38h18a9 8 0 0 1-18 0zM53 17l-9 21m9-21 9 21" />
      <circle class="blue" cx="32" cy="11" r="4" />
    </Fragment>
  ),
  commission: (
    <Fragment>
      <path class="calm" d="M4 42v-4a9 9 0 0 1 18 0v4zM42 42v-4a9 9 0 0 1 18 0v4zM21 42v-5a11 11 0 0 1 22 0v5z" />
      <circle class="wash" cx="13" cy="22" r="6" />
      <circle class="wash" cx="51" cy="22" r="6" />
      <circle class="warm" cx="32" cy="17" r="7" />
      <path class="blue" d="M3 42h58v6H3z" />
      <path d="M10 48v10m44-10v10" />
    </Fragment>
  ),
  counter: (
    <Fragment>
      <path class="wash" d="M7 38V9h50v29" />
      <circle class="warm" cx="27" cy="20" r="7" />
      <path class="calm" d="M15 38a12 10 0 0 1 24 0z" />
      <path class="blue" d="M3 38h58v6H3z" />
      <path d="M9 44v14m46-14v14M43 33h9v5" />
    </Fragment>
  ),
  'health-centre': (
    <Fragment>
      <path class="wash" d="M11 57V30h42v27" />
      <path class="calm" d="M5 30 32 9l27 21z" />
      <path class="blue" d="M30 15h4v4h4v4h-4v4h-4v-4h-4v-4h4z" />
      <path class="warm" d="M27 57V41h10v16" />
      <path d="M16 37h6v7h-6zM42 37h6v7h-6zM3 57h58" />
    </Fragment>
  ),
  ambulance: (
    <Fragment>
      <path class="wash" d="M4 49V19h35v30z" />
      <path class="calm" d="M39 28h9l12 11v10H39z" />
      <path class="blue" d="M19 24h5v5h5v5h-5v5h-5v-5h-5v-5h5z" />
      <path class="warm" d="M10 19v-6h9v6" />
      <path d="M47 34v6h7M3 57h58" />
      <circle class="warm" cx="16" cy="50" r="6" />
      <circle class="warm" cx="48" cy="50" r="6" />
    </Fragment>
  ),
  'hand-over': (
    <Fragment>
      <rect class="wash" x="23" y="8" width="36" height="24" rx="3" />
      <path class="blue" d="M23 13h36v5H23z" />
      <path d="M29 25h11" />
      <path class="warm" d="M4 39h10c6 0 8 4 13 4h9a4 4 0 0 1 0 8H26h13l13-9c4-2 8 3 4 6L41 59H19l-6-4H4z" />
    </Fragment>
  ),
  phone: (
    <Fragment>
      <rect class="wash" x="17" y="4" width="30" height="56" rx="5" />
      <path class="calm" d="M21 11h22v38H21z" />
      <path d="M30 54h4M26 19h12M26 26h12" />
      <path class="warm" d="M26 34h12v9H26z" />
    </Fragment>
  ),
  flat: (
    <Fragment>
      <path class="wash" d="M14 57V7h36v50" />
      <path class="blue" d="M20 13h7v7h-7zM37 13h7v7h-7zM20 26h7v7h-7zM37 26h7v7h-7z" />
      <path class="warm" d="M27 57V43h10v14" />
      <path d="M3 57h58" />
    </Fragment>
  ),
  tap: (
    <Fragment>
      <path class="wash" d="M5 19h25a15 15 0 0 1 15 15v3H33v-3a3 3 0 0 0-3-3H5z" />
      <path d="M22 19v-8m-9 0h18" />
      <path class="blue" d="M39 40q4 5 0 8-4-3 0-8z" />
      <path class="calm" d="M26 51h27l-3 9H29z" />
    </Fragment>
  ),
  livestock: (
    <Fragment>
      <path d="M18 40v17M25 40v17M36 40v17M43 40v17M3 57h58" />
      <path class="wash" d="M14 43a9 9 0 0 1-2-16 10 10 0 0 1 15-8 10 10 0 0 1 15 3 9 9 0 0 1 5 16 9 9 0 0 1-6 5z" />
      <path class="warm" d="M42 22h12a6 6 0 0 1 6 6c0 6-13 8-15 1z" />
      <path d="M52 27v1" />
    </Fragment>
  ),
  school: (
    <Fragment>
      <path class="wash" d="M32 22q-12-8-27-5v35q15-3 27 5 12-8 27-5V17q-15-3-27 5z" />
      <path d="M32 22v35M12 27q8 0 13 3M12 36q8 0 13 3M39 39q5-3 13-3" />
      <path class="warm" d="m49 5 7 5-12 17-8 4 1-9z" />
    </Fragment>
  ),
  form: (
    <Fragment>
      <path class="wash" d="M10 7h32a3 3 0 0 1 3 3v44a3 3 0 0 1-3 3H10a3 3 0 0 1-3-3V10a3 3 0 0 1 3-3z" />
      <path class="calm" d="M14 15h6v6h-6zM14 28h6v6h-6zM14 41h6v6h-6z" />
      <path d="M26 18h12M26 31h8M26 44h5m-16-14 2 2 4-5" />
      <path class="warm" d="m55 22 6 5-17 21-8 4 2-9z" />
    </Fragment>
  ),
  photo: (
    <Fragment>
      <rect class="calm" x="21" y="5" width="34" height="43" rx="3" />
      <rect class="wash" x="9" y="15" width="35" height="43" rx="3" />
      <circle class="warm" cx="26.500" cy="30" r="7.500" />
      <path class="blue" d="M13 54a13.500 12 0 0 1 27 0z" />
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
