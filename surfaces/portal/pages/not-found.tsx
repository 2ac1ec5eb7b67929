import { Doors } from '#design/components/doors.tsx';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';
import { doorsOf } from './doors.ts';

/** 404: says so, and offers the ways in. `place.path` is '' so that the language switch leads home. */
export function renderNotFound(place: Place): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.not-found.title') },
    <div class="stack">
      <h1 class="title">{reader.text('portal.not-found.title')}</h1>
      <p class="lead">{reader.say('portal.not-found.text')}</p>
      <Doors doors={doorsOf(place)} />
      <p>
        <a href={addressOf(place, paths.guide)}>{reader.text('portal.guide.all')}</a>
      </p>
    </div>,
  );
}
