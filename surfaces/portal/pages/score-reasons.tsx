import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { ConditionRows } from '#design/components/condition-rows.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { FactorBars } from '#design/components/factor-bars.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import type { Status } from '#law';
import type { Message } from '#platform/i18n';
import type { Place } from '../place.ts';
import { conditionRow, type limits } from './condition-words.tsx';

/** What an assessment rests on, row by row: the same for the score of a file and for the trial of the same answers. */
export type Reasons = {
  readonly milieu: 'urban' | 'rural';
  readonly rule: 'every' | 'two-of-three';
  readonly conditions: readonly ScoreCondition[];
  /** Below this, a family that is admitted has nothing to pay; empty where that is not the question. */
  readonly poverty: readonly ScoreCondition[];
  readonly unfavourable: readonly ScoreFactor[];
  readonly favourable: readonly ScoreFactor[];
  /** Answers that were needed and not given. */
  readonly missing: readonly Message[];
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

/** One row a condition: what was counted, the limit, met or not. */
export function Why({ place, reasons }: { place: Place; reasons: Reasons }): JSX.Element {
  const { reader } = place;
  const { conditions } = reasons;
  return (
    <section class="stack">
      <h2>{reader.text('portal.score.why')}</h2>
      <p>{reader.say(`portal.score.rule.${ruleOf(reasons)}`, { count: conditions.length })}</p>
      <ConditionRows reader={reader} conditions={conditions.map((condition) => conditionRow(place, condition))} />
    </section>
  );
}

// "Two of three" is the urban rule of the decree; the countryside asks for every condition.
function ruleOf({ milieu, rule }: Reasons): string {
  return milieu === 'urban' ? `urban.${rule}` : 'rural.every';
}

export function Poverty({ place, conditions }: { place: Place; conditions: readonly ScoreCondition[] }): JSX.Element | null {
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

export function Factors({ place: { reader }, title, factors, direction }: FactorsProps): JSX.Element | null {
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

export function Missing({ place: { reader }, missing }: { place: Place; missing: readonly Message[] }): JSX.Element | null {
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

export function Formula({ place: { reader }, formula }: { place: Place; formula: Reasons['formula'] }): JSX.Element {
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
