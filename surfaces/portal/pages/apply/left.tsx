import { Banner } from '#design/components/banner.tsx';
import { LinkButton } from '#design/components/button.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** P25: nothing of the family is left on this device. */
export function renderLeft(place: Place): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.apply.left.title') },
    <div class="column stack">
      <h1 class="title">{reader.text('portal.apply.left.title')}</h1>
      <Banner tone="success">
        <p>{reader.say('portal.apply.left.text')}</p>
      </Banner>
      <p>{reader.say('portal.apply.left.back')}</p>
      <LinkButton href={addressOf(place, paths.home)} kind="secondary">
        {reader.text('portal.nav.home')}
      </LinkButton>
    </div>,
  );
}
