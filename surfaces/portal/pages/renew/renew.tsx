import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button, LinkButton } from '#design/components/button.tsx';
import { Checkboxes } from '#design/components/choices.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import type { PlainDate } from '#platform/dates';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { RightStanding, type RightView } from '../right-standing.tsx';

export type RenewError = 'missing' | 'too-often' | 'renewal-asked' | 'not-restated' | 'open-request';

export type RenewView = {
  readonly number: string;
  /** Sent along, so that the same form sent twice is one request. */
  readonly token: string;
  readonly endsOn: PlainDate;
  readonly hasEnded: boolean;
  /** How the rights stand today: what ends then may have stopped before. */
  readonly right?: RightView;
  /** The day from which renewal may be asked for, while it is to come. */
  readonly opensOn?: PlainDate;
  /** The day on which it was asked for, while that request is on its way. */
  readonly asked?: PlainDate;
  /** The first day of the right that is renewed already. */
  readonly begins?: PlainDate;
  readonly error?: RenewError;
};

/** A family asks for its rights again with what it declared last: nothing has changed, or something has. */
export function renderRenew(place: Place, view: RenewView): string {
  const { reader } = place;
  const { error, opensOn, begins, asked } = view;
  const title = reader.text('portal.renew.title');
  const errors = error === undefined ? [] : [{ field: 'honour', text: textOf(place, error) }];
  return renderPortalPage(
    place,
    { title, hasErrors: errors.length > 0, back: paths.request(view.number) },
    <div class="column sections">
      <ErrorSummary reader={reader} errors={errors} />
      <h1 class="title">{title}</h1>
      <Standing place={place} view={view} />
      {begins && <p>{reader.say('portal.renew.begins', { day: begins })}</p>}
      {asked && <Asked place={place} number={view.number} day={asked} />}
      {opensOn && !begins && !asked && <p>{reader.say('portal.renew.early', { day: opensOn })}</p>}
      {!opensOn && !begins && !asked && <Ask place={place} view={view} />}
    </div>,
  );
}

/** Rights that have stopped are not told to last: of a suspension, how long they last once it is lifted. */
function Standing({ place, view: { number, endsOn, hasEnded, right } }: { place: Place; view: RenewView }): JSX.Element {
  const { reader } = place;
  const runs = !right || right.state === 'open';
  const isOver = right?.state === 'closed' || right?.state === 'expired';
  const key = hasEnded ? 'ended' : runs ? 'ends' : 'term';
  return (
    <div class="stack">
      <RightStanding place={place} number={number} right={right} />
      {!isOver && <p>{reader.say(`portal.renew.${key}`, { day: endsOn })}</p>}
    </div>
  );
}

/** It is asked for already: the way leads to that request. */
function Asked({ place, number, day }: { readonly place: Place; readonly number: string; readonly day: PlainDate }): JSX.Element {
  const { reader } = place;
  return (
    <div class="stack">
      <p>{reader.say('portal.renew.newer', { day })}</p>
      <LinkButton href={addressOf(place, paths.newer(number))}>{reader.text('portal.renew.newer-see')}</LinkButton>
    </div>
  );
}

function textOf({ reader }: Place, error: RenewError): string {
  if (error === 'missing' || error === 'too-often') return reader.text(`portal.renew.${error}`);
  return reader.text(`entitlements.refusal.${error}`);
}

function Ask({ place, view: { number, token, error } }: { readonly place: Place; readonly view: RenewView }): JSX.Element {
  const { reader } = place;
  const action = addressOf(place, paths.renew(number));
  return (
    <div class="sections">
      <p>{reader.say('portal.renew.lead')}</p>
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="what" value="same" />
        <input type="hidden" name="token" value={token} />
        <Checkboxes
          reader={reader}
          name="honour"
          label={reader.text('portal.renew.honour')}
          {...(error ? { error: textOf(place, error) } : {})}
          choices={[{ value: 'yes', label: reader.text('portal.renew.agree') }]}
        />
        <Button>{reader.text('portal.renew.same')}</Button>
      </form>
      <form class="form" method="post" action={action} novalidate>
        <input type="hidden" name="what" value="changed" />
        <input type="hidden" name="token" value={token} />
        <p>{reader.say('portal.renew.changed-text')}</p>
        <Button kind="secondary">{reader.text('portal.renew.changed')}</Button>
      </form>
    </div>
  );
}
