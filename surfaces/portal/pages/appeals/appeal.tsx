import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { StatusTag, type StatusTone } from '#design/components/status-tag.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import type { AppealCriterion, AppealState } from '#modules/commissions';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { formatGrouped } from '#platform/numbers';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

export type AppealView = {
  readonly request: string;
  readonly number: string;
  readonly state: AppealState;
  readonly filedOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly isLate: boolean;
  readonly answerBy: PlainDate;
  /** Days past the usual delay; absent while it holds. */
  readonly daysOver?: number;
  readonly caution?: Message;
  readonly criteria: readonly AppealCriterion[];
  readonly words: string;
  /** Why the province will hear it, or not. */
  readonly reason?: string;
  readonly province: string;
  readonly place: string;
};

const tones = { filed: 'waiting', admitted: 'good', not_admissible: 'refused' } as const;
const tagOf: Readonly<Record<'waiting' | 'good' | 'refused' | 'attention', StatusTone>> = {
  waiting: 'waiting',
  good: 'open',
  refused: 'refused',
  attention: 'attention',
};

/** P20 once it is sent: its number, whether it was in time, who decides, by when, and what to bring. */
export function renderAppeal(place: Place, view: AppealView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    {
      title: reader.text('portal.appeals.one.title', { number: formatGrouped(view.number) }),
      back: paths.request(view.request),
    },
    <div class="column sections">
      <Standing place={place} view={view} />
      <Next place={place} view={view} />
      <section class="stack">
        <h2>{reader.text('portal.appeals.one.what')}</h2>
        <SummaryList rows={rowsOf(place, view)} />
        <LinkButton kind="secondary" href={addressOf(place, paths.request(view.request))}>
          {reader.text('portal.complaints.one.request')}
        </LinkButton>
      </section>
    </div>,
  );
}

function Standing({ place: { reader }, view }: { place: Place; view: AppealView }): JSX.Element {
  const { state, isLate, daysOver, reason } = view;
  const tone = daysOver !== undefined || (state === 'filed' && isLate) ? 'attention' : tones[state];
  return (
    <div class={`answer answer--${tone}`}>
      <p>
        {reader.text('portal.appeals.one.number')} <span data-copy={view.number}>{reader.code(view.number)}</span>{' '}
        <StatusTag tone={tagOf[tone]}>{reader.text(`portal.appeals.state.${state}`)}</StatusTag>
      </p>
      <h1>{reader.text(`portal.appeals.headline.${state}`)}</h1>
      <div class="stack">
        <p>{reader.say(`portal.appeals.one.${isLate ? 'was-late' : 'in-time'}`, { day: view.filedOn, last: view.lastDay })}</p>
        {reason !== undefined && (
          <p>
            {reader.text('portal.appeals.one.reason')} <span class="said">{reader.name(reason)}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function Next({ place, view }: { place: Place; view: AppealView }): JSX.Element {
  const { reader } = place;
  const { state, daysOver, answerBy, caution } = view;
  return (
    <section class="stack">
      <h2>{reader.text('portal.complaints.one.next')}</h2>
      <ul class="plain-list">
        {state !== 'not_admissible' && <li>{reader.say(`portal.appeals.next.${state}`, { province: view.province })}</li>}
        {state === 'not_admissible' && <li>{reader.say('portal.appeals.next.not_admissible')}</li>}
        {state !== 'not_admissible' && (
          <li>
            {daysOver === undefined
              ? reader.say('portal.appeals.next.by', { day: answerBy })
              : reader.say('portal.appeals.next.over', { day: answerBy, days: daysOver })}{' '}
            {caution && <span class="quiet">{reader.tell(caution)}</span>}
          </li>
        )}
        {state !== 'not_admissible' && <li>{reader.say('portal.appeals.next.papers', { place: view.place })}</li>}
        <li>{reader.say('portal.score.emergency')}</li>
      </ul>
      {state !== 'not_admissible' && (
        <LinkButton kind="secondary" href={addressOf(place, paths.papersOfAppeal(view.request))}>
          {reader.text('portal.upload.link')}
        </LinkButton>
      )}
      {daysOver !== undefined && (
        <LinkButton kind="secondary" href={addressOf(place, paths.tellComplaint('file-not-sent', view.request))}>
          {reader.text('portal.complaints.report-delay')}
        </LinkButton>
      )}
    </section>
  );
}

function rowsOf({ reader }: Place, { request, criteria, words }: AppealView) {
  return [
    { term: reader.text('portal.follow.request'), description: reader.code(request) },
    {
      term: reader.text('portal.appeals.form.criteria'),
      description: (
        <ul class="plain-list">
          {criteria.map((criterion) => (
            <li>{reader.text(`portal.appeals.criterion.${criterion}`)}</li>
          ))}
        </ul>
      ),
    },
    ...(words === ''
      ? []
      : [{ term: reader.text('portal.complaints.one.words'), description: <span class="said">{reader.name(words)}</span> }]),
  ];
}
