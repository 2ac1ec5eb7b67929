import { Doors } from '#design/components/doors.tsx';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

/** 404: says so, and offers the ways in. `place.path` is '' so that the language switch leads home. */
export function renderNotFound(place: Place): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.not-found.title') },
    <div class="stack">
      <h1 class="title">{reader.text('portal.not-found.title')}</h1>
      <p class="lead">{reader.say('portal.not-found.text')}</p>
      <Doors
        doors={[
          {
            href: addressOf(place, paths.follow),
            name: reader.text('portal.nav.follow'),
            help: reader.say('portal.home.door.follow'),
            picture: 'papers',
          },
          {
            href: addressOf(place, paths.verify),
            name: reader.text('portal.nav.verify'),
            help: reader.say('portal.home.door.verify'),
            picture: 'card',
          },
        ]}
      />
    </div>,
  );
}
