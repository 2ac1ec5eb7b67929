import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button, LinkButton } from '#design/components/button.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { Scale } from '#design/components/scale.tsx';
import type { trial } from '#modules/applications';
import type { Centimes } from '#platform/money';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import type { LawValue } from '../../views/guide/law-value.ts';
import { LawSources } from '../guide/law-sources.tsx';
import { Factors, Formula, Poverty, type Reasons, Why } from '../score-reasons.tsx';
import { ClearAnswers } from './question.tsx';

type Question = { readonly key: string; readonly path: string };

export type TrialResultView =
  | { readonly likelihood: 'covered'; readonly questions: readonly Question[] }
  | {
      readonly likelihood: Likelihood;
      /** What an admitted family pays in a year; absent when nothing can be expected. */
      readonly amount?: {
        readonly kind: 'free' | 'pays' | 'either' | 'unknown';
        readonly yearly: Centimes;
        readonly persons: number;
      };
      readonly reasons: Reasons;
      readonly isSomebodyCovered: boolean;
      readonly contradictions: readonly trial.Contradiction[];
      /** How near is near, in percent of a limit. */
      readonly margin: number;
      /** The numbers of the law behind the margin and the amount. */
      readonly numbers: readonly LawValue[];
      /** The answers, as the request takes them up. */
      readonly carried: string;
      /** Questions on which an answer is missing. */
      readonly open: readonly Question[];
      readonly questions: readonly Question[];
    };

type Likelihood = 'probable' | 'near' | 'unlikely' | 'unknown';
type Judged = Exclude<TrialResultView, { likelihood: 'covered' }>;

const tones = { probable: 'good', near: 'attention', unlikely: 'refused', unknown: 'waiting', covered: 'refused' } as const;

/** P06: what a family may expect, why, what it would pay, what is not known; and on to the request without answering twice. */
export function renderTrialResult(place: Place, view: TrialResultView): string {
  const { reader } = place;
  const { likelihood } = view;
  return renderPortalPage(
    place,
    { title: reader.text('portal.trial.result.title'), back: paths.trial.start },
    <div class="sections" data-print="">
      <div class="column sections">
        <div class={`answer answer--${tones[likelihood]}`}>
          <h1>{reader.text(`portal.trial.likelihood.${likelihood}`)}</h1>
          <p>{reader.say(`portal.trial.likelihood.${likelihood}-text`)}</p>
          <p>{reader.say('portal.trial.about.careful')}</p>
          {likelihood !== 'covered' && likelihood !== 'unknown' && <OnScale place={place} likelihood={likelihood} />}
        </div>
        {view.likelihood === 'covered' ? <ElseWhere place={place} view={view} /> : <Judgement place={place} view={view} />}
      </div>
      <ClearAnswers place={place} />
    </div>,
  );
}

function Judgement({ place, view }: { place: Place; view: Judged }): JSX.Element {
  const { reader } = place;
  const { reasons, amount } = view;
  return (
    <Fragment>
      <Open place={place} open={view.open} />
      {amount && <Amount place={place} amount={amount} />}
      <Contradictions place={place} view={view} />
      <Why place={place} reasons={reasons} />
      {amount && <Poverty place={place} conditions={reasons.poverty} />}
      <Factors place={place} title="portal.trial.factors-against" factors={reasons.unfavourable} direction="against" />
      <Factors place={place} title="portal.trial.factors-for" factors={reasons.favourable} direction="for" />
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
      <LawSources place={place} values={view.numbers} />
    </Fragment>
  );
}

/** What is not known, each with the page that asks it. */
function Open({ place, open }: { place: Place; open: readonly Question[] }): JSX.Element | null {
  if (open.length === 0) return null;
  return (
    <Banner tone="warning" title={place.reader.text('portal.trial.open')}>
      <Questions place={place} questions={open} />
    </Banner>
  );
}

function Questions({ place, questions }: { place: Place; questions: readonly Question[] }): JSX.Element {
  return (
    <ul class="plain-list">
      {questions.map(({ key, path }) => (
        <li>
          <a href={addressOf(place, path)}>{place.reader.text(`applications.form.page.${key}`)}</a>
        </li>
      ))}
    </ul>
  );
}

/** Insured elsewhere: no condition was looked at. */
function ElseWhere({ place, view }: { place: Place; view: TrialResultView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack on-screen">
      <h2>{reader.text('portal.trial.next')}</h2>
      <div class="buttons">
        <LinkButton href={addressOf(place, paths.guidePage('double-cover'))}>
          {reader.text('portal.trial.double-cover')}
        </LinkButton>
        <LinkButton kind="secondary" href={addressOf(place, paths.offices)}>
          {reader.text('portal.papers.offices')}
        </LinkButton>
      </div>
      <Questions place={place} questions={view.questions} />
    </section>
  );
}

function OnScale({ place: { reader }, likelihood }: { place: Place; likelihood: 'probable' | 'near' | 'unlikely' }): JSX.Element {
  const steps = (['unlikely', 'near', 'probable'] as const).map((step) => ({
    name: reader.text(`portal.trial.scale.${step}`),
    isHere: step === likelihood,
  }));
  return <Scale label={reader.text('portal.trial.scale')} steps={steps} />;
}

function Amount({ place: { reader }, amount }: { place: Place; amount: NonNullable<Judged['amount']> }): JSX.Element {
  const { kind, yearly, persons } = amount;
  return (
    <section class="stack">
      <h2>{reader.text('portal.trial.amount.title')}</h2>
      <p class="lead">{reader.say(`portal.trial.amount.${kind}`, { amount: yearly, persons })}</p>
    </section>
  );
}

/** What cannot both be so, and who cannot be on the card. */
function Contradictions({ place: { reader }, view }: { place: Place; view: Judged }): JSX.Element | null {
  const { contradictions, isSomebodyCovered } = view;
  if (contradictions.length === 0 && !isSomebodyCovered) return null;
  return (
    <Banner tone="warning" title={reader.text('portal.trial.contradictions')}>
      <ul class="plain-list">
        {isSomebodyCovered && <li>{reader.say('portal.trial.somebody-covered')}</li>}
        {contradictions.map((one) => (
          <li>{reader.say(`portal.trial.contradiction.${one}`)}</li>
        ))}
      </ul>
    </Banner>
  );
}

function Next({ place, view }: { place: Place; view: Judged }): JSX.Element {
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
        <Questions place={place} questions={view.questions} />
      </Disclosure>
    </section>
  );
}
