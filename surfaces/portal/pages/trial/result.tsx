import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button, LinkButton } from '#design/components/button.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { Scale } from '#design/components/scale.tsx';
import type { trial } from '#modules/applications';
import type { Centimes } from '#platform/money';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { Factors, Formula, Missing, Poverty, type Reasons, Why } from '../score-reasons.tsx';
import { ClearAnswers } from './question.tsx';

export type TrialResultView = {
  readonly likelihood: 'probable' | 'near' | 'unlikely' | 'covered';
  /** What an admitted family pays in a year; absent when nothing can be expected. */
  readonly amount?: { readonly kind: 'free' | 'pays' | 'either'; readonly yearly: Centimes; readonly persons: number };
  readonly reasons: Reasons;
  readonly contradictions: readonly trial.Contradiction[];
  /** How near is near, in percent of a limit, and whether the law says so. */
  readonly margin: number;
  /** The answers, as the request takes them up. */
  readonly carried: string;
  readonly questions: readonly { readonly key: string; readonly path: string }[];
};

const tones = { probable: 'good', near: 'attention', unlikely: 'refused', covered: 'refused' } as const;

/** P06: what a family may expect, why, what it would pay, what was not looked at; and on to the request without answering twice. */
export function renderTrialResult(place: Place, view: TrialResultView): string {
  const { reader } = place;
  const { likelihood, reasons, amount } = view;
  return renderPortalPage(
    place,
    { title: reader.text('portal.trial.result.title'), back: paths.trial.start },
    <div class="sections" data-print="">
      <div class="column sections">
        <div class={`answer answer--${tones[likelihood]}`}>
          <h1>{reader.text(`portal.trial.likelihood.${likelihood}`)}</h1>
          <p>{reader.say(`portal.trial.likelihood.${likelihood}-text`)}</p>
          <p>{reader.say('portal.trial.about.careful')}</p>
          {likelihood !== 'covered' && <Likelihood place={place} likelihood={likelihood} />}
        </div>
        {amount && <Amount place={place} amount={amount} />}
        <Contradictions place={place} contradictions={view.contradictions} />
        <Why place={place} reasons={reasons} />
        {amount && <Poverty place={place} conditions={reasons.poverty} />}
        <Factors place={place} title="portal.trial.factors-against" factors={reasons.unfavourable} direction="against" />
        <Factors place={place} title="portal.trial.factors-for" factors={reasons.favourable} direction="for" />
        <Missing place={place} missing={reasons.missing} />
        <Next place={place} view={view} />
        <section class="stack">
          <h2>{reader.text('portal.trial.not-computed')}</h2>
          <ul class="plain-list">
            <li>{reader.say('portal.trial.not-computed.registers')}</li>
            <li>{reader.say('portal.trial.not-computed.enquiry')}</li>
            <li>{reader.say('portal.trial.not-computed.margin', { share: view.margin })}</li>
          </ul>
        </section>
        <Formula place={place} formula={reasons.formula} />
      </div>
      <ClearAnswers place={place} />
    </div>,
  );
}

function Likelihood({
  place: { reader },
  likelihood,
}: {
  place: Place;
  likelihood: 'probable' | 'near' | 'unlikely';
}): JSX.Element {
  const steps = (['unlikely', 'near', 'probable'] as const).map((step) => ({
    name: reader.text(`portal.trial.scale.${step}`),
    isHere: step === likelihood,
  }));
  return <Scale label={reader.text('portal.trial.scale')} steps={steps} />;
}

function Amount({ place: { reader }, amount }: { place: Place; amount: NonNullable<TrialResultView['amount']> }): JSX.Element {
  const { kind, yearly, persons } = amount;
  return (
    <section class="stack">
      <h2>{reader.text('portal.trial.amount.title')}</h2>
      <p class="lead">{reader.say(`portal.trial.amount.${kind}`, { amount: yearly, persons })}</p>
    </section>
  );
}

type Contradicted = { place: Place; contradictions: TrialResultView['contradictions'] };

function Contradictions({ place: { reader }, contradictions }: Contradicted): JSX.Element | null {
  if (contradictions.length === 0) return null;
  return (
    <Banner tone="warning" title={reader.text('portal.trial.contradictions')}>
      <ul class="plain-list">
        {contradictions.map((one) => (
          <li>{reader.say(`portal.trial.contradiction.${one}`)}</li>
        ))}
      </ul>
    </Banner>
  );
}

function Next({ place, view }: { place: Place; view: TrialResultView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack on-screen">
      <h2>{reader.text('portal.trial.next')}</h2>
      <form class="stack" method="post" action={addressOf(place, paths.apply.start)}>
        <input type="hidden" name="answers" value={view.carried} />
        <Button>{reader.text('portal.trial.apply')}</Button>
        <p class="quiet">{reader.say('portal.trial.apply-hint')}</p>
      </form>
      <LinkButton kind="secondary" href={addressOf(place, paths.papers)}>
        {reader.text('portal.trial.papers')}
      </LinkButton>
      <Disclosure summary={reader.text('portal.trial.change')}>
        <ul class="plain-list">
          {view.questions.map(({ key, path }) => (
            <li>
              <a href={addressOf(place, path)}>{reader.text(`applications.form.page.${key}`)}</a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
