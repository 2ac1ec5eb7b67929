import { Banner } from '#design/components/banner.tsx';
import { Button } from '#design/components/button.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

export type StopView = { readonly code: string; readonly answer?: 'stopped' | 'unknown' | 'too-many-attempts' };

/** Where the end of each message leads. Opening it stops nothing: telephones open addresses to show what is behind. */
export function renderStop(place: Place, { code, answer }: StopView): string {
  const { reader } = place;
  const title = reader.text('portal.notices.stop.title');
  return renderPortalPage(
    place,
    { title },
    <div class="column stack">
      <h1 class="title">{title}</h1>
      {answer !== undefined && (
        <Banner
          tone={answer === 'stopped' ? 'success' : 'warning'}
          title={reader.text(`portal.notices.${answer === 'too-many-attempts' ? `error.${answer}` : `stop.${answer}`}`)}
        />
      )}
      {answer === undefined && (
        <form class="form" method="post" action={addressOf(place, paths.stopNotices(code))}>
          <p class="lead">{reader.say('portal.notices.stop.lead')}</p>
          <Button>{reader.text('portal.notices.stop.button')}</Button>
        </form>
      )}
      <p>
        <a href={addressOf(place, paths.follow)}>{reader.text('portal.nav.follow')}</a>
      </p>
    </div>,
  );
}
