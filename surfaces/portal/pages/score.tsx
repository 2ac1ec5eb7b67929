import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { renderPortalPage } from '../frame.tsx';
import { type Place, paths } from '../place.ts';
import type { AppealStanding } from './appeals/appeal-link.tsx';
import { Factors, Formula, Missing, Poverty, type Reasons, Why } from './score-reasons.tsx';
import { Change, Remedy, WhoHelps } from './score-remedy.tsx';

export type ScoreView = Reasons & {
  readonly number: string;
  readonly outcome: 'poor' | 'vulnerable' | 'refused' | 'to-decide' | 'to-validate';
  /** What became of the file since, where that is neither admission nor refusal: said instead of the outcome. */
  readonly stopped?: Message;
  /** Absent until the province has validated what the commission decided. `body` is the commission's name in the reader's language. */
  readonly decision?: {
    readonly on: PlainDate;
    readonly body: string;
    readonly reason?: Message;
    readonly isAgainstScore: boolean;
  };
  /** How the decision stands to being contested; absent when there is nothing to contest. */
  readonly appeal?: AppealStanding;
  /** The commune of the request, whose counter helps. */
  readonly place: string;
  /** The number to call, when there is one. */
  readonly helpline?: string;
};

/** P17: the outcome, then why, then what you can do and until when. The commission's own sentence comes before any figure. */
export function renderScore(place: Place, view: ScoreView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.score.title'), back: paths.request(view.number) },
    <div class="column sections">
      <Outcome place={place} view={view} />
      <Why place={place} reasons={view} />
      {view.outcome === 'refused' && <Change place={place} conditions={view.conditions} />}
      <Poverty place={place} conditions={view.poverty} />
      <Factors place={place} title="portal.score.factors-against" factors={view.unfavourable} direction="against" />
      <Factors place={place} title="portal.score.factors-for" factors={view.favourable} direction="for" />
      <Missing place={place} missing={view.missing} />
      <Remedy place={place} view={view} />
      <WhoHelps place={place} view={view} />
      <Formula place={place} formula={view.formula} />
    </div>,
  );
}

const tones = { poor: 'good', vulnerable: 'good', refused: 'refused', 'to-decide': 'waiting', 'to-validate': 'waiting' } as const;

function Outcome({ place: { reader }, view }: { place: Place; view: ScoreView }): JSX.Element {
  const { decision, outcome, stopped } = view;
  return (
    <div class={`answer answer--${stopped ? 'attention' : tones[outcome]}`}>
      <p>
        {reader.text('portal.follow.request')} {reader.code(view.number)}
      </p>
      <h1>{stopped ? reader.tell(stopped) : reader.text(`portal.score.outcome.${outcome}`)}</h1>
      {decision && (
        <div class="stack">
          <p>{reader.say('portal.score.decided', { body: decision.body, day: decision.on })}</p>
          {decision.reason && (
            <p>
              {reader.text(decision.isAgainstScore ? 'portal.score.against' : 'portal.score.reason')}{' '}
              {reader.tell(decision.reason)}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
