import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { LONGEST_OPINION } from '#modules/complaints';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** `opinion`: under which the answer was kept, so that the words join it; absent once they have. */
export type OpinionView = {
  readonly page: string;
  readonly isHelpful: boolean;
  readonly opinion?: string;
  readonly typed?: string;
  readonly error?: 'too-long' | 'too-often';
};

/** Thanks, and room for what was missing. Nobody has to write anything. */
export function renderOpinion(place: Place, view: OpinionView): string {
  const { reader } = place;
  const { page, isHelpful, opinion, error } = view;
  const errors = error ? [{ field: 'words', text: wordsOf(place, error) }] : [];
  return renderPortalPage(
    place,
    { title: reader.text('portal.opinion.thanks'), hasErrors: errors.length > 0, back: page },
    <div class="column stack">
      <ErrorSummary reader={reader} errors={errors} />
      <h1 class="title">{reader.text('portal.opinion.thanks')}</h1>
      {opinion === undefined && error === undefined ? (
        <p>{reader.say('portal.opinion.kept')}</p>
      ) : (
        <form class="form" method="post" action={addressOf(place, paths.opinion(page))} novalidate>
          <input type="hidden" name="opinion" value={opinion ?? ''} />
          <input type="hidden" name="helpful" value={isHelpful ? 'yes' : 'no'} />
          <TextField
            reader={reader}
            name="words"
            label={reader.text(isHelpful ? 'portal.opinion.words-yes' : 'portal.opinion.words-no')}
            hint={reader.say('portal.opinion.words-hint')}
            {...(error ? { error: wordsOf(place, error) } : {})}
            value={view.typed ?? ''}
            lines={4}
          />
          <Button>{reader.text('portal.opinion.send')}</Button>
        </form>
      )}
      <Onward place={place} page={page} />
    </div>,
  );
}

function wordsOf({ reader }: Place, error: NonNullable<OpinionView['error']>): JSX.Element {
  return reader.say(`portal.opinion.error.${error}`, { most: LONGEST_OPINION });
}

function Onward({ place, page }: { place: Place; page: string }): JSX.Element {
  const { reader } = place;
  return (
    <Fragment>
      <p>
        <a href={addressOf(place, page)}>{reader.text('portal.opinion.back')}</a>
      </p>
      <p>
        <a href={addressOf(place, paths.complaint())}>{reader.text('portal.opinion.complaint')}</a>
      </p>
    </Fragment>
  );
}
