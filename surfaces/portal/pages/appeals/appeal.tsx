import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { StatusTag, type StatusTone } from '#design/components/status-tag.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import { Timeline, type TimelineStep } from '#design/components/timeline.tsx';
import type { AppealCriterion, AppealState } from '#modules/commissions';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { formatGrouped } from '#platform/numbers';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

export type AppealView = {
  readonly request: string;
  readonly number: string;
  /** Where it stands; one whose family was told stands where it was answered. */
  readonly state: Exclude<AppealState, 'notified'>;
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
  /** What the provincial commission answered, once it has. */
  readonly answer?: AnswerView;
  /** What the provincial commission asked when it adjourned, while it has not answered. */
  readonly asked?: { readonly on: PlainDate; readonly asks: string; readonly words: string };
};

export type AnswerView = {
  readonly on: PlainDate;
  readonly sitting: string;
  readonly category?: 'poor' | 'vulnerable';
  readonly findings: readonly { readonly criterion: AppealCriterion; readonly finding: string; readonly words?: string }[];
  readonly words: string;
  readonly asks?: string;
};

const tones = {
  filed: 'waiting',
  admitted: 'good',
  scheduled: 'good',
  not_admissible: 'refused',
  upheld: 'refused',
  reformed: 'good',
  sent_back: 'waiting',
} as const;
/** The states in which the province still owes the family an answer. */
const awaited: ReadonlySet<AppealState> = new Set<AppealState>(['filed', 'admitted', 'scheduled']);
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
      {view.answer && <Answer place={place} view={view} answer={view.answer} />}
      {view.asked && <Asked place={place} view={view} asked={view.asked} />}
      <Next place={place} view={view} />
      <section class="stack">
        <h2>{reader.text('portal.appeals.steps')}</h2>
        <Timeline reader={reader} steps={stepsOf(place, view)} />
      </section>
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

/** What the commission found of each point, and what it says to the family. */
function Answer({ place, view, answer }: { place: Place; view: AppealView; answer: AnswerView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.appeals.answer.title')}</h2>
      <p>{reader.say('portal.appeals.answer.by', { province: view.province, day: answer.on })}</p>
      {answer.category && <p class="lead">{reader.text(`portal.appeals.answer.category.${answer.category}`)}</p>}
      <ul>
        {answer.findings.map(({ criterion, finding, words }) => (
          <li>
            {reader.text(`commissions.criterion.${criterion}`)}
            {reader.text('portal.appeals.colon')} {reader.text(`commissions.appeal-finding.${finding}`)}
            {words !== undefined && (
              <>
                {' '}
                <span class="said">{reader.name(words)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="said">{reader.name(answer.words)}</p>
      {answer.asks !== undefined && (
        <p>
          {reader.text('portal.appeals.answer.asks')} <span class="said">{reader.name(answer.asks)}</span>
        </p>
      )}
      <LinkButton kind="secondary" href={addressOf(place, paths.appealLetter(view.request))}>
        {reader.text('portal.appeals.answer.print')}
      </LinkButton>
    </section>
  );
}

type AskedOfAppeal = { readonly place: Place; readonly view: AppealView; readonly asked: NonNullable<AppealView['asked']> };

/** What the commission needs before it can decide, and where to answer. */
function Asked({ place, view, asked }: AskedOfAppeal): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.appeals.asked.title')}</h2>
      <p>{reader.say('portal.appeals.asked.on', { day: asked.on })}</p>
      <p class="said">{reader.name(asked.asks)}</p>
      <p class="said">{reader.name(asked.words)}</p>
      <p>{reader.say('portal.appeals.next.papers', { place: view.place })}</p>
      <LinkButton href={addressOf(place, paths.papersOfAppeal(view.request))}>
        {reader.text('portal.appeals.asked.answer')}
      </LinkButton>
    </section>
  );
}

function Next({ place, view }: { place: Place; view: AppealView }): JSX.Element {
  const { reader } = place;
  const { state, daysOver, answerBy, caution } = view;
  const isAwaited = awaited.has(state);
  // Where the commission asked for something, the way to answer stands beside what it asks.
  const takesPapers = isAwaited && view.asked === undefined;
  return (
    <section class="stack">
      <h2>{reader.text('portal.complaints.one.next')}</h2>
      <ul class="plain-list">
        <li>{reader.say(`portal.appeals.next.${state}`, { province: view.province })}</li>
        {isAwaited && (
          <li>
            {daysOver === undefined
              ? reader.say('portal.appeals.next.by', { day: answerBy })
              : reader.say('portal.appeals.next.over', { day: answerBy, days: daysOver })}{' '}
            {caution && <span class="quiet">{reader.tell(caution)}</span>}
          </li>
        )}
        {takesPapers && <li>{reader.say('portal.appeals.next.papers', { place: view.place })}</li>}
        <li>{reader.say('portal.score.emergency')}</li>
      </ul>
      {takesPapers && (
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

const journey = ['filed', 'admitted', 'scheduled', 'answered'] as const;

/** Where the appeal is on its way: what is done, what is under way, what comes. One that is not admitted stops at its examination. */
function stepsOf({ reader }: Place, { state, filedOn, answer }: AppealView): readonly TimelineStep[] {
  const isStopped = state === 'not_admissible';
  const isAnswered = answer !== undefined || isStopped;
  const reached = isStopped ? 1 : isAnswered ? journey.length : journey.indexOf(state as (typeof journey)[number]) + 1;
  return journey.flatMap((step, index): TimelineStep[] => {
    if (isStopped && index > 1) return [];
    const on = step === 'filed' ? filedOn : step === 'answered' ? answer?.on : undefined;
    const done = index < reached ? 'done' : index === reached ? 'current' : 'todo';
    return [
      {
        name: reader.text(`portal.appeals.step.${step}`),
        state: isStopped && index === 1 ? 'stopped' : done,
        ...(on ? { on } : {}),
      },
    ];
  });
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
