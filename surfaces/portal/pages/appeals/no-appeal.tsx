import { LinkButton } from '#design/components/button.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** P20 where there is no decision to contest, or nothing to gain by it: said plainly, with the ways that remain. */
export function renderNoAppeal(place: Place, { number }: { readonly number: string }): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.appeals.form.title'), back: paths.request(number) },
    <div class="column stack">
      <h1 class="title">{reader.text('portal.appeals.none.title')}</h1>
      <p class="lead">{reader.say('portal.appeals.none.text')}</p>
      <LinkButton href={addressOf(place, paths.request(number))}>{reader.text('portal.complaints.one.request')}</LinkButton>
      <p>
        <a href={addressOf(place, paths.complaint(number))}>{reader.text('portal.complaints.report')}</a>
      </p>
    </div>,
  );
}
