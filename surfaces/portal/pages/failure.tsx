import { LinkButton } from '#design/components/button.tsx';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

/** 500: whose fault it is not, what to do, and a reference that the logs know. */
export function renderFailure(place: Place, { reference }: { readonly reference: string }): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.failure.title') },
    <div class="column stack">
      <h1 class="title">{reader.text('portal.failure.title')}</h1>
      <p class="lead">{reader.say('portal.failure.text')}</p>
      <p>{reader.say('portal.failure.reference', { reference })}</p>
      <LinkButton kind="secondary" href={addressOf(place, paths.home)}>
        {reader.text('portal.nav.home')}
      </LinkButton>
    </div>,
  );
}
