import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import type { SelectGroup } from '#design/components/select-field.tsx';
import type { form } from '#modules/applications';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { examplesTyped, FormField } from '../apply/fields.tsx';
import { pagesWithHint } from '../apply/question.tsx';

export type TrialQuestionView = {
  readonly page: form.QuestionPage;
  readonly number: number;
  readonly count: number;
  /** The page before; the start for the first. */
  readonly back: string;
  /** Whether one may go on without an answer. */
  readonly mayBeUnknown: boolean;
} & AskedFields;

/** Questions as they are asked, with what was typed and what is wrong with it. */
export type AskedFields = {
  readonly fields: readonly form.Field[];
  readonly typed: form.Typed;
  readonly faults?: readonly form.Fault[];
  readonly places?: readonly SelectGroup[];
  /** The ages of the law that tell one child from another, as the labels say them. */
  readonly ages: { readonly cardAge: number; readonly childAge: number; readonly studentAge: number };
};

/** P05: one page of the trial. Posts to its own address the answers by the keys of the catalogue, as a page of the form does. */
export function renderTrialQuestion(place: Place, view: TrialQuestionView): string {
  const { reader, path } = place;
  const { page, number, count, back } = view;
  const title = reader.text(`applications.form.page.${page.key}`);
  return renderPortalPage(
    place,
    { title, hasErrors: hasFaults(view), back },
    <div class="sections">
      <div class="column stack">
        <Mistakes place={place} asked={view} />
        <form class="form" method="post" action={addressOf(place, path)} novalidate>
          <div class="stack">
            <h1 class="title">
              <span class="title__caption">{reader.say('portal.trial.question', { number, count })}</span>
              {title}
            </h1>
            <Hint place={place} view={view} />
          </div>
          <Questions place={place} asked={view} />
          <Disclosure summary={reader.text('portal.apply.why')}>
            <p>{reader.say(`applications.form.page.${page.key}.why`)}</p>
          </Disclosure>
          <div class="buttons">
            <Button>{reader.text('portal.apply.continue')}</Button>
            {view.mayBeUnknown && (
              <Button kind="secondary" name="unknown" value="yes">
                {reader.text('portal.trial.unknown')}
              </Button>
            )}
          </div>
        </form>
      </div>
      <ClearAnswers place={place} />
    </div>,
  );
}

function Hint({ place: { reader }, view }: { place: Place; view: TrialQuestionView }): JSX.Element | null {
  const { page, fields } = view;
  if (page.key !== 'counts' && fields.some((field) => 'whenBlank' in field)) return <p>{reader.say('portal.trial.blank')}</p>;
  return pagesWithHint.has(page.key) ? <p>{reader.say(`applications.form.page.${page.key}.hint`)}</p> : null;
}

export function hasFaults({ faults = [] }: AskedFields): boolean {
  return faults.length > 0;
}

export function Mistakes({ place, asked }: { place: Place; asked: AskedFields }): JSX.Element {
  const { faults = [] } = asked;
  return (
    <ErrorSummary
      reader={place.reader}
      errors={faults.map((fault) => ({ field: fault.key, text: wordsOfFault(place, asked, fault) }))}
    />
  );
}

export function Questions({ place, asked }: { place: Place; asked: AskedFields }): JSX.Element {
  const { fields, typed, places = [], faults = [], ages } = asked;
  return (
    <Fragment>
      {fields.map((field) => {
        const fault = faults.find(({ key }) => key === field.key);
        return (
          <FormField
            around={{ reader: place.reader, typed, places, people: [] }}
            view={{
              field,
              label: place.reader.say(`applications.form.field.${field.key}`, ages),
              ...(fault ? { error: wordsOfFault(place, asked, fault) } : {}),
            }}
          />
        );
      })}
    </Fragment>
  );
}

function wordsOfFault({ reader }: Place, { ages }: AskedFields, { key, fault }: form.Fault): JSX.Element {
  return reader.say(`applications.form.fault.${fault}`, {
    ...examplesTyped,
    label: reader.text(`applications.form.field.${key}`, ages),
  });
}

/** The way to leave nothing on the device. */
export function ClearAnswers({ place }: { place: Place }): JSX.Element {
  return (
    <form class="column stack" method="post" action={addressOf(place, paths.trial.clear)}>
      <Button kind="secondary">{place.reader.text('portal.trial.clear')}</Button>
      <p class="quiet">{place.reader.say('portal.trial.about.nothing-kept')}</p>
    </form>
  );
}
