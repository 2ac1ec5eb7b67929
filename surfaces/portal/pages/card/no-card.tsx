import { LinkButton } from '#design/components/button.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { RightStanding, type RightView } from '../right-standing.tsx';

type NoCardView = { readonly number: string; readonly right?: RightView };

/** No card was ordered yet: said plainly, with the way back to the request. */
export function renderNoCard(place: Place, { number, right }: NoCardView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.card.title'), back: paths.request(number) },
    <div class="column stack">
      <h1 class="title">{reader.text('portal.card.none.title')}</h1>
      <p class="lead">{reader.text('portal.card.none.text')}</p>
      <RightStanding place={place} number={number} right={right} />
      <LinkButton href={addressOf(place, paths.request(number))}>{reader.text('portal.complaints.one.request')}</LinkButton>
    </div>,
  );
}
