import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { Radios } from '#design/components/choices.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import type { SelectGroup } from '#design/components/select-field.tsx';
import { form } from '#modules/applications';
import { addressOf, type Place, paths } from '../../place.ts';
import { examplesTyped, type FieldSurroundings, FormField } from './fields.tsx';
import { renderApplyPage } from './frame.tsx';

export type QuestionView = {
  readonly page: form.FormPage;
  /** The person it is about, with the name to call them by; the head's pages have none. */
  readonly person?: { readonly ref: number; readonly name: string };
  readonly fields: readonly form.Field[];
  readonly typed: form.Typed;
  readonly faults?: readonly (form.Fault | { readonly key: 'more'; readonly fault: 'missing' })[];
  readonly places?: readonly SelectGroup[];
  readonly people?: readonly string[];
  /** Opened from the page where answers are checked, or from the list of people: it goes back there. */
  readonly returnTo?: 'check' | 'people';
  /** The last page about a person asks whether there is another one. */
  readonly asksForMore?: boolean;
};

/** P09: one page of the form. Posts to its own address: the answers by the keys of the catalogue, `leave` is `yes` to save and leave. */
export function renderQuestion(place: Place, view: QuestionView): string {
  const { reader, path } = place;
  const { page, faults = [] } = view;
  const title = titleOf(place, view);
  const errors = faults.map(({ key, fault }) => ({
    field: anchorOf(view, key),
    text: wordsOfFault(place, { key, fault }),
  }));
  return renderApplyPage(
    place,
    { title, hasErrors: errors.length > 0, back: view.returnTo ? paths.apply[view.returnTo] : paths.apply.tasks },
    <Fragment>
      <ErrorSummary reader={reader} errors={errors} />
      <form class="form" method="post" action={addressOf(place, path)} novalidate>
        {view.returnTo && <input type="hidden" name="return" value={view.returnTo} />}
        <Heading place={place} view={view} />
        <Fields place={place} view={view} />
        {view.asksForMore && <More place={place} view={view} />}
        <Disclosure summary={reader.text('portal.apply.why')}>
          <p>{reader.say(`applications.form.page.${page.key}.why`)}</p>
        </Disclosure>
        <div class="buttons">
          <Button>{reader.text('portal.apply.continue')}</Button>
          <Button kind="secondary" name="leave" value="yes">
            {reader.text('portal.apply.save-and-leave')}
          </Button>
        </div>
      </form>
    </Fragment>,
  );
}

function titleOf({ reader }: Place, view: QuestionView): string {
  return reader.text(`applications.form.page.${view.page.key}`, titleFacts(view));
}

function titleFacts({ person }: QuestionView) {
  return person ? { ref: person.ref, name: person.name } : {};
}

function Heading({ place: { reader }, view }: { place: Place; view: QuestionView }): JSX.Element {
  const { group, key } = view.page;
  const hint = `applications.form.page.${key}.hint`;
  return (
    <div class="stack">
      <h1 class="title">
        <span class="title__caption">
          {reader.say('applications.form.question', {
            letter: reader.text(`applications.form.letter.${group}`),
            group: reader.text(`applications.form.group.${group}`),
            number: form.numberOfPage(view.page),
          })}
        </span>
        {reader.say(`applications.form.page.${key}`, titleFacts(view))}
      </h1>
      {pagesWithHint.has(key) && <p>{reader.say(hint)}</p>}
    </div>
  );
}

/** The pages that say how to answer under their title. */
export const pagesWithHint: ReadonlySet<string> = new Set<form.PageKey | 'counts'>([
  'counts',
  'name',
  'province',
  'people',
  'identity',
  'comforts',
  'equipment',
  'income',
  'spending',
  'assets',
  'farm',
]);

function Fields({ place, view }: { place: Place; view: QuestionView }): JSX.Element[] {
  const { reader } = place;
  const { typed, places = [], people = [], faults = [], page } = view;
  const around: FieldSurroundings = { reader, typed, places, people };
  return inReadersScript(view.fields, reader.direction).map((field) => {
    const fault = faults.find(({ key }) => key === field.key);
    return (
      <FormField
        around={around}
        view={{
          field,
          label: labelOf(place, view, field),
          ...(page.fields.length > 1 ? { number: form.numberOfField(page, field) } : {}),
          ...(fault ? { error: wordsOfFault(place, fault) } : {}),
        }}
      />
    );
  });
}

/** Whoever reads Arabic writes names in Arabic first. */
function inReadersScript(fields: readonly form.Field[], direction: 'ltr' | 'rtl'): readonly form.Field[] {
  if (direction === 'ltr') return fields;
  const first = fields.findIndex((field) => field.kind === 'text');
  if (first === -1) return fields;
  const names = fields.filter((field) => field.kind === 'text');
  const ordered = [
    ...names.filter(({ key }) => key.startsWith('names.ar')),
    ...names.filter(({ key }) => key.startsWith('names.fr')),
  ];
  return [...fields.slice(0, first), ...ordered, ...fields.slice(first + ordered.length)];
}

function labelOf({ reader }: Place, { page }: QuestionView, { key, isOptional, kind }: form.Field): string {
  const label = reader.text(`applications.form.field.${key}`);
  // Of the names one script is enough, which the page itself says.
  const isMarked = isOptional === true && !(kind === 'text' && page.faultsBetween);
  return isMarked ? reader.text('portal.apply.optional', { label }) : label;
}

function More({ place: { reader }, view }: { place: Place; view: QuestionView }): JSX.Element {
  const chosen = form.textAt(view.typed, 'more');
  const isMissing = view.faults?.some(({ key }) => key === 'more') ?? false;
  return (
    <Radios
      reader={reader}
      name="more"
      label={reader.text('portal.apply.people.more')}
      {...(isMissing ? { error: reader.text('portal.apply.people.more-missing') } : {})}
      choices={(['yes', 'no'] as const).map((value) => ({
        value,
        label: reader.text(`portal.apply.people.more-${value}`),
        chosen: value === chosen,
      }))}
    />
  );
}

type AnyFault = NonNullable<QuestionView['faults']>[number];

function wordsOfFault({ reader }: Place, { key, fault }: AnyFault): JSX.Element {
  if (key === 'more') return reader.say('portal.apply.people.more-missing');
  return reader.say(`applications.form.fault.${fault}`, {
    ...examplesTyped,
    label: reader.text(`applications.form.field.${key}`),
  });
}

function anchorOf({ fields }: QuestionView, key: string): string {
  return fields.find((field) => field.key === key)?.kind === 'date' ? `${key}-day` : key;
}
