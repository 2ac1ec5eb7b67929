import type { Door } from '#design/components/doors.tsx';
import type { PictogramName } from '#design/components/pictogram.tsx';
import { addressOf, type Place, paths } from '../place.ts';

/** The ways in, the same on the first page and where a page is missing. */
export function doorsOf(place: Place): Door[] {
  const { reader } = place;
  return doors.map(({ path, name, help, picture }) => ({
    href: addressOf(place, path),
    name: reader.text(name),
    help: reader.say(help),
    picture,
  }));
}

type DoorWords = { readonly path: string; readonly name: string; readonly help: string; readonly picture: PictogramName };

/** As one comes to them: what most people ask first, then before a request, then after. */
const doors: readonly DoorWords[] = [
  { path: paths.follow, name: 'portal.nav.follow', help: 'portal.home.door.follow', picture: 'hand-over' },
  { path: paths.apply.start, name: 'portal.apply.title', help: 'portal.home.door.apply', picture: 'family' },
  { path: paths.trial.start, name: 'portal.home.door.who.name', help: 'portal.home.door.trial', picture: 'scales' },
  { path: paths.papers, name: 'portal.home.door.papers.name', help: 'portal.home.door.papers', picture: 'papers' },
  { path: paths.blankForm, name: 'portal.blank-form.title', help: 'portal.blank-form.door', picture: 'form' },
  { path: paths.complaint(), name: 'portal.complaints.nav', help: 'portal.complaints.door', picture: 'phone' },
  { path: paths.offices, name: 'portal.offices.title', help: 'portal.home.door.offices', picture: 'counter' },
  { path: paths.verify, name: 'portal.nav.verify', help: 'portal.home.door.verify', picture: 'card' },
];
