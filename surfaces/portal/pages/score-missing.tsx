import { LinkButton } from '#design/components/button.tsx';
import type { Message } from '#platform/i18n';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

/** `headline`: where the file stands instead. */
export type ScoreMissingView = { readonly number: string; readonly headline: Message; readonly helpline?: string };

/** P17 before there is a score: what the law will ask, and where the file stands. */
export function renderScoreMissing(place: Place, { number, headline, helpline }: ScoreMissingView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.score.title'), back: paths.request(number) },
    <div class="column sections">
      <div class="answer answer--waiting">
        <p>
          {reader.text('portal.follow.request')} {reader.code(number)}
        </p>
        <h1>{reader.text('portal.appeals.unscored.title')}</h1>
        <p>{reader.tell(headline)}</p>
      </div>
      <section class="stack">
        <h2>{reader.text('portal.appeals.unscored.law')}</h2>
        <ul class="plain-list">
          <li>{reader.say('portal.appeals.unscored.urban')}</li>
          <li>{reader.say('portal.appeals.unscored.rural')}</li>
        </ul>
        <p class="quiet">{reader.say('portal.appeals.unscored.source')}</p>
        {helpline !== undefined && (
          <p>
            {reader.text('portal.appeals.help.phone')} {reader.code(helpline)}
          </p>
        )}
        <LinkButton kind="secondary" href={addressOf(place, paths.request(number))}>
          {reader.text('portal.complaints.one.request')}
        </LinkButton>
      </section>
    </div>,
  );
}
