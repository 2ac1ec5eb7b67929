import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { ConditionRows } from '#design/components/condition-rows.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { FactorBars } from '#design/components/factor-bars.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import type { Status } from '#law';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { renderPortalPage } from '../frame.tsx';
import { type Place, paths } from '../place.ts';
import type { AppealStanding } from './appeals/appeal-link.tsx';
import { conditionRow, type limits } from './condition-words.tsx';
import { Change, Remedy, WhoHelps } from './score-remedy.tsx';

export type ScoreView = {
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
  readonly milieu: 'urban' | 'rural';
  readonly rule: 'every' | 'two-of-three';
  readonly conditions: readonly ScoreCondition[];
  /** Below this, a family that is admitted has nothing to pay; empty where that is not the question. */
  readonly poverty: readonly ScoreCondition[];
  readonly unfavourable: readonly ScoreFactor[];
  readonly favourable: readonly ScoreFactor[];
  /** Answers that were needed and not given. */
  readonly missing: readonly Message[];
  /** How the decision stands to being contested; absent when there is nothing to contest. */
  readonly appeal?: AppealStanding;
  /** The commune of the request, whose counter helps. */
  readonly place: string;
  /** The number to call, when there is one. */
  readonly helpline?: string;
  readonly formula: {
    readonly name: string;
    readonly version: string;
    readonly digest: string;
    readonly isIllustrative: boolean;
  };
};

export type ScoreCondition = {
  /** `eligibility.condition.…` */
  readonly name: Message;
  readonly value: number | null;
  readonly limit: number;
  readonly operator: keyof typeof limits;
  readonly unit: 'points' | 'dirhams' | 'percent';
  readonly met: boolean | null;
  readonly isNearLimit: boolean;
  /** How sure we are of the limit. */
  readonly status: Status;
};

/** `weight` is the share of the heaviest factor of both lists, 0 to 1. */
export type ScoreFactor = { readonly name: Message; readonly answer?: Message; readonly weight: number };

/** P17: the outcome, then why, then what you can do and until when. The commission's own sentence comes before any figure. */
export function renderScore(place: Place, view: ScoreView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.score.title'), back: paths.request(view.number) },
    <div class="column sections">
      <Outcome place={place} view={view} />
      <section class="stack">
        <h2>{reader.text('portal.score.why')}</h2>
        <p>{reader.say(`portal.score.rule.${ruleOf(view)}`, { count: view.conditions.length })}</p>
        <ConditionRows reader={reader} conditions={view.conditions.map((condition) => conditionRow(place, condition))} />
      </section>
      {view.outcome === 'refused' && <Change place={place} conditions={view.conditions} />}
      <Poverty place={place} conditions={view.poverty} />
      <Factors place={place} title="portal.score.factors-against" factors={view.unfavourable} direction="against" />
      <Factors place={place} title="portal.score.factors-for" factors={view.favourable} direction="for" />
      <Missing place={place} missing={view.missing} />
      <Remedy place={place} view={view} />
      <WhoHelps place={place} view={view} />
      <Formula place={place} view={view} />
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

// "Two of three" is the urban rule of the decree; the countryside asks for every condition.
function ruleOf({ milieu, rule }: ScoreView): string {
  return milieu === 'urban' ? `urban.${rule}` : 'rural.every';
}

function Poverty({ place, conditions }: { place: Place; conditions: readonly ScoreCondition[] }): JSX.Element | null {
  const { reader } = place;
  if (conditions.length === 0) return null;
  return (
    <section class="stack">
      <h2>{reader.text('portal.score.poverty')}</h2>
      <p>{reader.say('portal.score.poverty-text')}</p>
      <ConditionRows reader={reader} conditions={conditions.map((condition) => conditionRow(place, condition))} />
    </section>
  );
}

type FactorsProps = { place: Place; title: string; factors: readonly ScoreFactor[]; direction: 'for' | 'against' };

function Factors({ place: { reader }, title, factors, direction }: FactorsProps): JSX.Element | null {
  if (factors.length === 0) return null;
  const told = factors.map(({ name, answer, weight }) => ({
    name: reader.tell(name),
    weight,
    ...(answer ? { answer: reader.tell(answer) } : {}),
  }));
  return (
    <section class="stack">
      <h2>{reader.text(title)}</h2>
      <FactorBars factors={told} direction={direction} />
    </section>
  );
}

function Missing({ place: { reader }, missing }: { place: Place; missing: readonly Message[] }): JSX.Element | null {
  if (missing.length === 0) return null;
  return (
    <Banner tone="warning" title={reader.text('portal.score.missing')}>
      <ul class="plain-list">
        {missing.map((answer) => (
          <li>{reader.tell(answer)}</li>
        ))}
      </ul>
    </Banner>
  );
}

function Formula({ place: { reader }, view: { formula } }: { place: Place; view: ScoreView }): JSX.Element {
  return (
    <Fragment>
      {formula.isIllustrative && (
        <Banner tone="warning" title={reader.text('portal.score.illustrative')}>
          <p>{reader.say('portal.score.illustrative-text')}</p>
        </Banner>
      )}
      <Disclosure summary={reader.text('portal.score.formula')}>
        <SummaryList
          rows={(['name', 'version', 'digest'] as const).map((part) => ({
            term: reader.text(`portal.score.formula-${part}`),
            description: (
              <bdi class="digest" dir="ltr">
                {formula[part]}
              </bdi>
            ),
          }))}
        />
      </Disclosure>
    </Fragment>
  );
}
