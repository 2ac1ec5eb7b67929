import { LinkButton } from '#design/components/button.tsx';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

/** `too-large`: what was sent is beyond what any form takes. Everything else is ours, with a reference that the logs know. */
export type FailureView = { readonly kind: 'too-large' } | { readonly kind: 'ours'; readonly reference: string };

/** 500 and 413: whose fault it is not, and what to do. */
export function renderFailure(place: Place, view: FailureView): string {
  const { reader } = place;
  const words = view.kind === 'ours' ? 'portal.failure' : 'portal.failure.too-large';
  return renderPortalPage(
    place,
    { title: reader.text(`${words}.title`) },
    <div class="column stack">
      <h1 class="title">{reader.text(`${words}.title`)}</h1>
      <p class="lead">{reader.say(`${words}.text`)}</p>
      {view.kind === 'ours' && <p>{reader.say('portal.failure.reference', { reference: view.reference })}</p>}
      <LinkButton kind="secondary" href={addressOf(place, paths.home)}>
        {reader.text('portal.nav.home')}
      </LinkButton>
    </div>,
  );
}
