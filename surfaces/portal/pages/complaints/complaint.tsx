import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { StatusTag } from '#design/components/status-tag.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import type { ComplaintState, Subject } from '#modules/complaints';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { formatGrouped } from '#platform/numbers';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { AnswerErrors, AnswerForm, type AnswerFormView } from './answer-form.tsx';

export type ComplaintView = {
  readonly number: string;
  readonly subject: Subject;
  readonly state: ComplaintState;
  readonly receivedOn: PlainDate;
  readonly answerBy: PlainDate;
  /** Days past the promise; absent while it holds or once it is kept. */
  readonly daysLate?: number;
  /** Who reads it: the province, in the reader's language. */
  readonly province: string;
  /** What the delay is worth, where no official text gives it. */
  readonly caution?: Message;
  readonly words: string;
  readonly answer?: { readonly text: string; readonly on: PlainDate };
  /** The code that opens this page again; told only to the browser that was given it. */
  readonly code?: string;
  /** The request it is about, when whoever reads may see it. */
  readonly request?: string;
  /** For whoever may answer it. */
  readonly answering?: AnswerFormView;
};

/** P19, third page, the receipt, and the page on which a complaint is followed: what became of it, by when, and what to do if nothing does. */
export function renderComplaint(place: Place, view: ComplaintView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    {
      title: reader.text('portal.complaints.one.title', { number: formatGrouped(view.number) }),
      hasErrors: view.answering?.error !== undefined,
      back: view.answering ? paths.post : view.request === undefined ? paths.home : paths.request(view.request),
    },
    <div class="column sections">
      {view.answering?.error && <AnswerErrors place={place} error={view.answering.error} />}
      <Standing place={place} view={view} />
      {view.answer && <Answer place={place} answer={view.answer} />}
      {view.code !== undefined && <Keep place={place} view={view} code={view.code} />}
      <section class="stack">
        <h2>{reader.text('portal.complaints.one.what')}</h2>
        <SummaryList rows={rowsOf(place, view)} />
        <div class="buttons">
          {view.request !== undefined && (
            <LinkButton kind="secondary" href={addressOf(place, paths.request(view.request))}>
              {reader.text('portal.complaints.one.request')}
            </LinkButton>
          )}
          <LinkButton kind="secondary" href={addressOf(place, paths.papersOfComplaint(view.number))}>
            {reader.text('portal.upload.link')}
          </LinkButton>
        </div>
      </section>
      {view.answering && <AnswerForm place={place} view={view.answering} />}
      {view.state === 'received' && !view.answering && <Next place={place} view={view} />}
    </div>,
  );
}

function Standing({ place: { reader }, view }: { place: Place; view: ComplaintView }): JSX.Element {
  const { state, daysLate, answerBy } = view;
  const isLate = daysLate !== undefined;
  const tone = state === 'answered' ? 'good' : isLate ? 'attention' : 'waiting';
  return (
    <div class={`answer answer--${tone}`}>
      <p>
        {reader.text('portal.complaints.one.number')} <span data-copy={view.number}>{reader.code(view.number)}</span>{' '}
        <StatusTag tone={tone === 'good' ? 'open' : tone}>
          {reader.text(`portal.complaints.state.${isLate ? 'late' : state}`)}
        </StatusTag>
      </p>
      <h1>{reader.text(`portal.complaints.headline.${isLate ? 'late' : state}`)}</h1>
      {state === 'received' && (
        <div class="stack">
          <p>
            {isLate
              ? reader.say('portal.complaints.one.overdue', { day: answerBy, days: daysLate })
              : reader.say('portal.complaints.one.promise', { day: answerBy })}
          </p>
          {view.caution && <p class="quiet">{reader.tell(view.caution)}</p>}
        </div>
      )}
    </div>
  );
}

function Answer({ place: { reader }, answer }: { place: Place; answer: NonNullable<ComplaintView['answer']> }): JSX.Element {
  return (
    <section class="stack">
      <h2>{reader.text('portal.complaints.one.answer')}</h2>
      <p class="said">{reader.name(answer.text)}</p>
      <p class="quiet">{reader.say('portal.complaints.one.answered-on', { day: answer.on })}</p>
    </section>
  );
}

function Keep({ place, view, code }: { place: Place; view: ComplaintView; code: string }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.complaints.one.keep')}</h2>
      <p>{reader.say('portal.complaints.one.keep-text')}</p>
      <SummaryList
        rows={[
          { term: reader.text('portal.complaints.one.number'), description: reader.code(view.number) },
          { term: reader.text('portal.complaints.one.code'), description: reader.code(code) },
        ]}
      />
      <p>
        <a href={addressOf(place, paths.findComplaint)}>{reader.text('portal.complaints.find.title')}</a>
      </p>
    </section>
  );
}

function rowsOf({ reader }: Place, { subject, receivedOn, request, words }: ComplaintView) {
  return [
    { term: reader.text('portal.complaints.subject'), description: reader.text(`portal.complaints.subject.${subject}`) },
    { term: reader.text('portal.complaints.one.received-on'), description: reader.date(receivedOn) },
    ...(request === undefined ? [] : [{ term: reader.text('portal.follow.request'), description: reader.code(request) }]),
    ...(words === ''
      ? []
      : [
          {
            term: reader.text('portal.complaints.one.words'),
            description: <span class="said">{reader.name(words)}</span>,
          },
        ]),
  ];
}

function Next({ place: { reader }, view }: { place: Place; view: ComplaintView }): JSX.Element {
  return (
    <section class="stack">
      <h2>{reader.text('portal.complaints.one.next')}</h2>
      <ul class="plain-list">
        <li>{reader.say('portal.complaints.one.next-read', { province: view.province })}</li>
        <li>{reader.say('portal.complaints.one.next-here')}</li>
        <li>{reader.say('portal.complaints.one.next-mediator')}</li>
      </ul>
    </section>
  );
}
