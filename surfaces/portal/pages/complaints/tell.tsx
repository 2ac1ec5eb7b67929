import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { DateField, type TypedDate } from '#design/components/date-field.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { SelectField, type SelectGroup } from '#design/components/select-field.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { LONGEST_COMPLAINT, needsWords, type Subject } from '#modules/complaints';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

const fieldOf = {
  'words-missing': 'words',
  'words-too-long': 'words',
  'place-missing': 'province',
  'number-wrong': 'number',
  'number-missing': 'number',
  'birth-missing': 'birth-day',
  'birth-impossible': 'birth-day',
  'not-found': 'number',
  'proof-over': 'birth-day',
  'phone-wrong': 'phone',
  'too-many-attempts': 'words',
} as const;

export type TellError = keyof typeof fieldOf;
type Field = (typeof fieldOf)[TellError];

/** Posted to `/{lang}/complaint/tell`; what was typed comes back as typed. */
export type TellView = {
  readonly subject: Subject;
  /** Sent along, so that the same form sent twice is one complaint. */
  readonly token: string;
  /** The request it is about, whose proof the browser holds: then neither number, birth nor province is asked. */
  readonly request?: string;
  /** Provinces by region, in the reader's language. */
  readonly provinces: readonly SelectGroup[];
  readonly typed?: TypedComplaint;
  readonly errors?: readonly TellError[];
};

export type TypedComplaint = {
  readonly words: string;
  readonly number: string;
  readonly birth: TypedDate;
  readonly province: string;
  readonly phone: string;
};

/** P19, second page: what happened, on which request or where, and a telephone for whoever wants to be called. */
export function renderTellComplaint(place: Place, view: TellView): string {
  const { reader } = place;
  const { subject, request, errors = [] } = view;
  return renderPortalPage(
    place,
    {
      title: reader.text('portal.complaints.tell.title'),
      hasErrors: errors.length > 0,
      back: paths.complaint(request),
    },
    <div class="column">
      <ErrorSummary reader={reader} errors={errors.map((error) => ({ field: fieldOf[error], text: wordsOf(place, error) }))} />
      <h1 class="title">{reader.text('portal.complaints.tell.title')}</h1>
      <form class="form" method="post" action={addressOf(place, paths.tellComplaint(subject, request))} novalidate>
        <SummaryList rows={rowsOf(place, view)} />
        <p>
          <a href={addressOf(place, paths.complaint(request))}>{reader.text('portal.complaints.tell.change')}</a>
        </p>
        <input type="hidden" name="token" value={view.token} />
        <Words place={place} view={view} />
        {request === undefined && <Whose place={place} view={view} />}
        <TextField
          reader={reader}
          name="phone"
          label={reader.text('portal.complaints.tell.phone')}
          hint={reader.say('portal.complaints.tell.phone-hint')}
          {...errorAt(place, view, 'phone')}
          value={view.typed?.phone ?? ''}
          type="tel"
          shape="code"
          autocomplete="off"
        />
        <Button>{reader.text('portal.complaints.tell.button')}</Button>
      </form>
    </div>,
  );
}

function rowsOf({ reader }: Place, { subject, request }: TellView) {
  return [
    { term: reader.text('portal.complaints.subject'), description: reader.text(`portal.complaints.subject.${subject}`) },
    ...(request === undefined ? [] : [{ term: reader.text('portal.follow.request'), description: reader.code(request) }]),
  ];
}

function Words({ place, view }: { place: Place; view: TellView }): JSX.Element {
  const { reader } = place;
  const label = needsWords(view.subject) ? 'words' : 'words-optional';
  return (
    <TextField
      reader={reader}
      name="words"
      label={reader.text(`portal.complaints.tell.${label}`)}
      hint={reader.say('portal.complaints.tell.words-hint')}
      {...errorAt(place, view, 'words')}
      value={view.typed?.words ?? ''}
      lines={6}
    />
  );
}

/** Neither half is compulsory: who gives no number names a province, and is answered by number and code. */
function Whose({ place, view }: { place: Place; view: TellView }): JSX.Element {
  const { reader } = place;
  return (
    <Fragment>
      <TextField
        reader={reader}
        name="number"
        label={reader.text('portal.complaints.tell.number')}
        hint={reader.say('portal.complaints.tell.number-hint')}
        {...errorAt(place, view, 'number')}
        value={view.typed?.number ?? ''}
        inputMode="numeric"
        shape="code"
        autocomplete="off"
      />
      <DateField
        reader={reader}
        name="birth"
        label={reader.text('portal.complaints.tell.birth')}
        hint={reader.say('portal.complaints.tell.birth-hint')}
        {...errorAt(place, view, 'birth-day')}
        {...(view.typed ? { value: view.typed.birth } : {})}
      />
      <SelectField
        reader={reader}
        name="province"
        label={reader.text('portal.complaints.tell.province')}
        hint={reader.say('portal.complaints.tell.province-hint')}
        {...errorAt(place, view, 'province')}
        empty={reader.text('design.select.choose')}
        groups={view.provinces}
        value={view.typed?.province ?? ''}
      />
    </Fragment>
  );
}

function errorAt(place: Place, { errors = [] }: TellView, field: Field) {
  const error = errors.find((candidate) => fieldOf[candidate] === field);
  return error ? { error: wordsOf(place, error) } : {};
}

function wordsOf({ reader }: Place, error: TellError): JSX.Element {
  return reader.say(`portal.complaints.error.${error}`, { most: LONGEST_COMPLAINT });
}
