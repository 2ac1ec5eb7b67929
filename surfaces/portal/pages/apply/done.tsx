import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { QrCode } from '#design/components/qr-code.tsx';
import type { PlainDate } from '#platform/dates';
import { addressOf, type Place, paths } from '../../place.ts';
import type { PaperToBring } from '../../views/papers-to-bring.ts';
import { renderApplyPage } from './frame.tsx';

export type DoneView = {
  readonly number: string;
  readonly office: string;
  /** The signed receipt, as its code carries it. */
  readonly credential: string;
  readonly bringBy: PlainDate;
  readonly checkedBy: PlainDate;
  readonly decidedBy: PlainDate;
  readonly emergenciesUntil: PlainDate;
  readonly papers: readonly (PaperToBring & { readonly isSent: boolean })[];
};

/** P14: the number, the receipt, what happens next and when, and what to bring. */
export function renderDone(place: Place, view: DoneView): string {
  const { reader } = place;
  const { number, office } = view;
  return renderApplyPage(
    place,
    { title: reader.text('portal.apply.done.title') },
    <Fragment>
      <div class="answer answer--good">
        <h1>{reader.text('portal.apply.done.title')}</h1>
        <p>{reader.text('portal.apply.done.number')}</p>
        <p class="big-code" data-copy={number}>
          {reader.code(number)}
        </p>
        <p>{reader.say('portal.apply.done.keep')}</p>
      </div>
      <section class="stack">
        <h2>{reader.text('portal.apply.done.next')}</h2>
        <ol class="numbered-list">
          <li>{reader.say('portal.apply.done.bring', { place: office, day: view.bringBy })}</li>
          <li>{reader.say('portal.apply.done.checked', { day: view.checkedBy })}</li>
          <li>{reader.say('portal.apply.done.decided', { place: office, day: view.decidedBy })}</li>
          <li>{reader.say('portal.apply.done.told')}</li>
        </ol>
        <div class="buttons">
          <LinkButton href={addressOf(place, paths.request(number))}>{reader.text('portal.nav.follow')}</LinkButton>
          <LinkButton kind="secondary" href={addressOf(place, paths.notices(number))}>
            {reader.text('portal.notices.link')}
          </LinkButton>
        </div>
      </section>
      <Papers place={place} view={view} />
      <section class="stack">
        <h2>{reader.text('portal.apply.done.receipt')}</h2>
        <p>{reader.say('portal.apply.done.receipt-text', { day: view.emergenciesUntil })}</p>
        <QrCode text={view.credential} label={reader.text('portal.apply.done.qr')} />
        <p>
          <a href={addressOf(place, paths.receipt(number))}>{reader.text('portal.follow.receipt')}</a>
        </p>
      </section>
    </Fragment>,
  );
}

/** What to bring, and the dossier that lists it, to be signed and scanned at the counter. */
function Papers({ place, view: { number, papers } }: { place: Place; view: DoneView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.apply.done.papers')}</h2>
      <ul class="plain-list">
        {papers.map(({ name, why, where, copies, isSent }) => (
          <li>
            <strong>{reader.tell(name)}</strong>
            {isSent && <Fragment> · {reader.text('portal.upload.already')}</Fragment>}
            {copies > 1 && !isSent && <Fragment> · {reader.say('applications.paper.copies', { count: copies })}</Fragment>}
            <br />
            <span class="quiet">
              {reader.tell(why)} {reader.tell(where)}
            </span>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <LinkButton kind="secondary" href={addressOf(place, paths.dossier(number))}>
          {reader.text('portal.dossier.print')}
        </LinkButton>
        <LinkButton kind="secondary" href={addressOf(place, paths.papersOfRequest(number))}>
          {reader.text('portal.upload.link')}
        </LinkButton>
      </div>
      <p class="quiet">{reader.say('portal.dossier.why')}</p>
    </section>
  );
}
