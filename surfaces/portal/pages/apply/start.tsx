import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button, LinkButton } from '#design/components/button.tsx';
import type { PlainDate } from '#platform/dates';
import type { Centimes } from '#platform/money';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

export type ApplyStartView = {
  readonly contribution: { readonly perPerson: Centimes; readonly cap: Centimes };
  /** The draft this browser holds already: it is offered before another one. */
  readonly draft?: { readonly savedOn: PlainDate };
  /** What was answered in the trial on this browser, as the request takes it up. */
  readonly tried?: string | undefined;
  readonly isTooOften?: boolean;
};

/** P07: what the request is, what it costs and how long it takes; the draft that is there already; or a new one. */
export function renderApplyStart(place: Place, { contribution, draft, tried, isTooOften = false }: ApplyStartView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.apply.title'), hasErrors: isTooOften, back: paths.home },
    <div class="column stack">
      <h1 class="title">{reader.text('portal.apply.title')}</h1>
      {isTooOften && (
        <Banner tone="error" title={reader.text('portal.apply.too-often')}>
          <p>{reader.say('portal.apply.too-often-text')}</p>
        </Banner>
      )}
      <p class="lead">{reader.say('portal.apply.lead')}</p>
      {draft && (
        <Banner title={reader.text('portal.apply.have-draft')}>
          <p>{reader.say('portal.apply.have-draft-text', { day: draft.savedOn })}</p>
          <LinkButton href={addressOf(place, paths.apply.tasks)}>{reader.text('portal.apply.go-on')}</LinkButton>
        </Banner>
      )}
      <ul class="plain-list">
        <li>{reader.say('portal.apply.who')}</li>
        <li>{reader.say('portal.apply.time')}</li>
        <li>{reader.say('portal.apply.saved-always')}</li>
        <li>{reader.say('portal.apply.price', contribution)}</li>
        <li>{reader.say('portal.apply.papers-later')}</li>
      </ul>
      {draft ? (
        <form method="post" action={addressOf(place, paths.apply.discard)}>
          <Button kind="warning">{reader.text('portal.apply.start-over')}</Button>
        </form>
      ) : (
        <Begin place={place} tried={tried} />
      )}
      <p>
        <a href={addressOf(place, paths.apply.resume)}>{reader.text('portal.apply.resume.link')}</a>
      </p>
    </div>,
  );
}

/** With the answers of the trial, when there are some: whoever used this telephone before may have left them, so both ways are open. */
function Begin({ place, tried }: { place: Place; tried: string | undefined }): JSX.Element {
  const { reader } = place;
  return (
    <form class="buttons" method="post" action={addressOf(place, paths.apply.start)}>
      {tried !== undefined && (
        <Button name="answers" value={tried}>
          {reader.text('portal.apply.begin-tried')}
        </Button>
      )}
      <Button kind={tried === undefined ? 'primary' : 'secondary'}>
        {reader.text(tried === undefined ? 'portal.apply.begin' : 'portal.apply.begin-anew')}
      </Button>
    </form>
  );
}
