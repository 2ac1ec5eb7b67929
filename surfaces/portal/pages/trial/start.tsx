import { LinkButton } from '#design/components/button.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { ClearAnswers } from './question.tsx';

/** `next`: the first question, or where this browser stopped. */
export type TrialStartView = { readonly count: number; readonly next: string; readonly isBegun: boolean };

/** P05, first page: what the trial tells and what it does not, and that nothing of it is kept. */
export function renderTrialStart(place: Place, { count, next, isBegun }: TrialStartView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.trial.title'), back: paths.home },
    <div class="sections">
      <div class="column stack">
        <h1 class="title">{reader.text('portal.trial.title')}</h1>
        <p class="lead">{reader.say('portal.trial.lead', { count })}</p>
        <ul class="plain-list">
          <li>{reader.say('portal.trial.about.careful')}</li>
          {!isBegun && <li>{reader.say('portal.trial.about.nothing-kept')}</li>}
          <li>{reader.say('portal.trial.about.carried')}</li>
        </ul>
        <LinkButton href={addressOf(place, next)}>
          {reader.text(isBegun ? 'portal.trial.go-on' : 'portal.trial.begin')}
        </LinkButton>
        <p>
          <a href={addressOf(place, paths.guidePage('who'))}>{reader.text('portal.home.door.who')}</a>
        </p>
      </div>
      {isBegun && <ClearAnswers place={place} />}
    </div>,
  );
}
