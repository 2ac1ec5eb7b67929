import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button, LinkButton } from '#design/components/button.tsx';
import { Radios } from '#design/components/choices.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { QrCode } from '#design/components/qr-code.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { RightStanding, type RightView } from '../right-standing.tsx';

const fieldOf = {
  'kind-missing': 'becomes',
  'name-missing': 'name',
  'report-missing': 'report',
  'not-done': 'becomes',
  'too-many-attempts': 'becomes',
} as const;
export type CardError = keyof typeof fieldOf;

export const losses = ['lost', 'stolen', 'damaged'] as const;
export type Loss = (typeof losses)[number];

/** Posted to `/{lang}/follow/{number}/card` as `deed`, `becomes`, `name`, `report`. */
export type CardView = {
  readonly number: string;
  readonly serial: string;
  readonly where: Message;
  readonly since: PlainDate;
  /** The last day of where it is; `isOver` once that has passed. */
  readonly due?: { readonly on: PlainDate; readonly isOver: boolean; readonly caution?: Message };
  readonly isDuplicate: boolean;
  /** What the family may do here: say that it lost the card, ask for another, wait, or nothing as long as its right is not open. */
  readonly way: 'lose' | 'ask' | 'wait' | 'none';
  /** The signed code of the whole family, for who has a card that is worth something. */
  readonly household?: string;
  /** How the right of the family stands: a card is worth what the right is. */
  readonly right?: RightView;
  /** Sent along, so that the same form sent twice is one declaration. */
  readonly token: string;
  readonly typed?: { readonly becomes: string; readonly name: string; readonly report: string };
  readonly errors?: readonly CardError[];
};

/** Where the card is in plain words, until when, and what its family can do: declare it lost, stolen or damaged, and have another. */
export function renderCard(place: Place, view: CardView): string {
  const { reader } = place;
  const { errors = [], number } = view;
  return renderPortalPage(
    place,
    { title: reader.text('portal.card.title'), hasErrors: errors.length > 0, back: paths.request(number) },
    <div class="column sections">
      <ErrorSummary
        reader={reader}
        errors={errors.map((error) => ({ field: fieldOf[error], text: reader.text(`portal.card.error.${error}`) }))}
      />
      <Standing place={place} view={view} />
      {view.household !== undefined && <Household place={place} code={view.household} />}
      {view.way === 'lose' && <LossForm place={place} view={view} />}
      {view.way === 'ask' && <AskForm place={place} view={view} />}
    </div>,
  );
}

function Standing({ place, view }: { place: Place; view: CardView }): JSX.Element {
  const { reader } = place;
  const { due, number } = view;
  return (
    <section class="stack">
      <h1 class="title">{reader.text('portal.card.title')}</h1>
      <p>
        {reader.text('portal.card.serial')} {reader.code(view.serial)}
      </p>
      <p class="lead">{reader.tell(view.where)}</p>
      <p>{reader.say('portal.card.since', { day: view.since })}</p>
      {due && (
        <p>
          {reader.say(due.isOver ? 'portal.card.over' : 'portal.card.due', { day: due.on })}{' '}
          {due.caution && <span class="quiet">{reader.tell(due.caution)}</span>}
        </p>
      )}
      <RightStanding place={place} number={number} right={view.right} />
      {view.way === 'none' && <p>{reader.text('portal.card.not-open')}</p>}
      {view.isDuplicate && <p>{reader.text('portal.card.is-duplicate')}</p>}
      {view.way === 'wait' && (
        <>
          <p>{reader.text('portal.card.emergency')}</p>
          <LinkButton kind="secondary" href={addressOf(place, paths.tellComplaint('card-not-delivered', number))}>
            {reader.text('portal.card.did-not-come')}
          </LinkButton>
        </>
      )}
    </section>
  );
}

function Household({ place: { reader }, code }: { place: Place; code: string }): JSX.Element {
  return (
    <section class="stack">
      <h2>{reader.text('portal.card.household.title')}</h2>
      <p>{reader.text('portal.card.household.text')}</p>
      <QrCode text={code} label={reader.text('portal.card.household.qr')} />
    </section>
  );
}

function LossForm({ place, view }: { place: Place; view: CardView }): JSX.Element {
  const { reader } = place;
  const { typed, token, number } = view;
  const isOpen = view.right === undefined || view.right.state === 'open';
  return (
    <section class="stack">
      <h2>{reader.text('portal.card.lost.title')}</h2>
      <p>{reader.text(isOpen ? 'portal.card.lost.what' : 'portal.card.lost.what-stopped')}</p>
      <form class="form" method="post" action={addressOf(place, paths.card(number))} novalidate>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="deed" value="lose" />
        <Radios
          reader={reader}
          name="becomes"
          label={reader.text('portal.card.lost.kind')}
          {...errorAt(place, view, 'becomes')}
          choices={losses.map((loss) => ({
            value: loss,
            label: reader.text(`portal.card.lost.${loss}`),
            chosen: typed?.becomes === loss,
          }))}
        />
        <TextField
          reader={reader}
          name="name"
          label={reader.text('portal.card.lost.name')}
          {...errorAt(place, view, 'name')}
          value={typed?.name ?? ''}
          autocomplete="name"
        />
        <TextField
          reader={reader}
          name="report"
          label={reader.text('portal.card.lost.report')}
          hint={reader.text('portal.card.lost.report-hint')}
          {...errorAt(place, view, 'report')}
          value={typed?.report ?? ''}
          shape="code"
          autocomplete="off"
        />
        <Button>{reader.text(isOpen ? 'portal.card.lost.button' : 'portal.card.lost.button-alone')}</Button>
      </form>
    </section>
  );
}

function AskForm({ place: { reader, ...place }, view }: { place: Place; view: CardView }): JSX.Element {
  return (
    <section class="stack">
      <h2>{reader.text('portal.card.ask.title')}</h2>
      <p>{reader.text('portal.card.ask.what')}</p>
      <form class="form" method="post" action={addressOf({ reader, ...place }, paths.card(view.number))}>
        <input type="hidden" name="token" value={view.token} />
        <input type="hidden" name="deed" value="ask" />
        <Button>{reader.text('portal.card.ask.button')}</Button>
      </form>
    </section>
  );
}

function errorAt({ reader }: Place, { errors = [] }: CardView, field: (typeof fieldOf)[CardError]) {
  const error = errors.find((candidate) => fieldOf[candidate] === field);
  return error ? { error: reader.text(`portal.card.error.${error}`) } : {};
}
