import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { QrCode } from '#design/components/qr-code.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import type { Centimes } from '#platform/money';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

export type PaymentView = {
  /** The request. */
  readonly number: string;
  readonly state: 'to-pay' | 'overdue' | 'paid' | 'waived' | 'lapsed' | 'nothing' | 'not-yet';
  readonly notice?: NoticeView;
  /** The counter where the card is collected, in the reader's language. */
  readonly place: string;
  readonly helpline?: string;
};

export type NoticeView = {
  readonly number: string;
  readonly registration: string;
  readonly persons: number;
  readonly perPerson: Centimes;
  readonly cap: Centimes;
  readonly amount: Centimes;
  readonly isCapped: boolean;
  readonly issuedOn: PlainDate;
  readonly payBefore: PlainDate;
  /** What that day is worth, where no official text gives it. */
  readonly caution?: Message;
  readonly coversUntil: PlainDate;
  /** The last day of the year that it was asked for, when that went by unpaid: a payment opens the running year instead. */
  readonly missedUntil?: PlainDate;
  readonly paid?: { readonly payment: string; readonly on: PlainDate; readonly branch: string };
};

const tones = {
  'to-pay': 'todo',
  overdue: 'attention',
  paid: 'good',
  waived: 'good',
  lapsed: 'refused',
  nothing: 'good',
  'not-yet': 'waiting',
} as const;

/** P18: what is to be paid, where, by when, what it opens, and what happens when it is not; or that it was paid, or that nothing is. */
export function renderPayment(place: Place, view: PaymentView): string {
  const { reader } = place;
  const { state, notice } = view;
  const isToPay = state === 'to-pay' || state === 'overdue';
  return renderPortalPage(
    place,
    { title: reader.text('portal.payment.title'), back: paths.request(view.number) },
    <div class="sections" data-print="">
      <div class="column sections">
        <div class={`answer answer--${tones[state]}`}>
          <p>
            {reader.text('portal.follow.request')} {reader.code(view.number)}
          </p>
          <h1>{reader.say(`portal.payment.headline.${state}`, notice ? { amount: notice.amount } : {})}</h1>
          {notice && isToPay && (
            <p>
              {reader.say(`portal.payment.before.${state}`, { day: notice.payBefore })}{' '}
              {notice.caution && <span class="quiet">{reader.tell(notice.caution)}</span>}
            </p>
          )}
          {notice?.missedUntil && isToPay && (
            <p>
              {reader.say('portal.payment.missed', { day: notice.missedUntil, until: notice.coversUntil })}{' '}
              {notice.caution && <span class="quiet">{reader.text('portal.payment.missed-caution')}</span>}
            </p>
          )}
          {notice?.paid && <p>{reader.say('portal.payment.paid-on', { day: notice.paid.on, branch: notice.paid.branch })}</p>}
          {!notice && <p>{reader.say(`portal.payment.why.${state}`)}</p>}
        </div>
        {notice && isToPay && <HowToPay place={place} view={view} notice={notice} />}
        {notice && <Notice place={place} notice={notice} />}
        {notice && isToPay && <Otherwise place={place} view={view} />}
        {notice?.paid && (
          <section class="stack">
            <h2>{reader.text('portal.complaints.one.next')}</h2>
            <p>{reader.say('portal.payment.collect', { place: view.place })}</p>
            <LinkButton kind="secondary" href={addressOf(place, paths.paymentPaper(view.number))}>
              {reader.text('portal.payment.receipt')}
            </LinkButton>
          </section>
        )}
      </div>
    </div>,
  );
}

type OfNotice = { readonly place: Place; readonly view: PaymentView; readonly notice: NoticeView };

function HowToPay({ place, view, notice }: OfNotice): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.payment.how')}</h2>
      <ol class="numbered-list">
        <li>{reader.say('portal.payment.how.go')}</li>
        <li>{reader.say('portal.payment.how.show')}</li>
        <li>{reader.say('portal.payment.how.keep')}</li>
        <li>{reader.say('portal.payment.collect', { place: view.place })}</li>
      </ol>
      <p>{reader.text('portal.payment.notice')}</p>
      <p class="big-code" data-copy={notice.number}>
        {reader.code(notice.number)}
      </p>
      <QrCode text={notice.number} label={reader.text('portal.payment.qr')} />
      <LinkButton kind="secondary" href={addressOf(place, paths.paymentPaper(view.number))}>
        {reader.text('portal.payment.pdf')}
      </LinkButton>
    </section>
  );
}

function Notice({ place: { reader }, notice }: { place: Place; notice: NoticeView }): JSX.Element {
  const { persons, perPerson, cap, amount, isCapped, paid } = notice;
  const rows: readonly (readonly [string, JSX.Element | string])[] = [
    [
      'amount',
      <Fragment>
        {reader.money(amount)} · {reader.say('portal.payment.calculation', { persons, perPerson })}
        {isCapped && (
          <Fragment>
            <br />
            {reader.say('portal.payment.capped', { cap })}
          </Fragment>
        )}
      </Fragment>,
    ],
    [
      'covers',
      paid
        ? reader.say('portal.payment.covers-text.paid', { from: paid.on, until: notice.coversUntil })
        : reader.say('portal.payment.covers-text.to-pay', { until: notice.coversUntil }),
    ],
    ['registration', reader.code(notice.registration)],
    ['notice', reader.code(notice.number)],
    ['issued', reader.date(notice.issuedOn)],
    ...(paid ? ([['payment', reader.code(paid.payment)]] as const) : []),
  ];
  return (
    <section class="stack">
      <h2>{reader.text('portal.payment.details')}</h2>
      <SummaryList rows={rows.map(([term, description]) => ({ term: reader.text(`portal.payment.${term}`), description }))} />
    </section>
  );
}

function Otherwise({ place, view }: { place: Place; view: PaymentView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.payment.otherwise')}</h2>
      <ul class="plain-list">
        <li>{reader.say('portal.payment.unpaid')}</li>
        <li>{reader.say('portal.score.emergency')}</li>
        <li>{reader.say('portal.payment.cannot', { place: view.place })}</li>
        {view.helpline !== undefined && (
          <li>
            {reader.text('portal.appeals.help.phone')} {reader.code(view.helpline)}
          </li>
        )}
        <li class="on-screen">
          <a href={addressOf(place, paths.complaint(view.number))}>{reader.text('portal.complaints.report-any')}</a>
        </li>
        <li class="on-screen">
          <a href={addressOf(place, paths.guidePage('pay'))}>{reader.text('portal.payment.guide')}</a>
        </li>
      </ul>
    </section>
  );
}
