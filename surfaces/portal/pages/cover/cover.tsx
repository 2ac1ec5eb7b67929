import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button, LinkButton } from '#design/components/button.tsx';
import { Radios } from '#design/components/choices.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

const fieldOf = {
  'answer-missing': 'answer',
  'words-missing': 'words',
  'words-too-long': 'words',
  'too-many-attempts': 'answer',
} as const;
export type CoverError = keyof typeof fieldOf;

export type CoverStanding = {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** Where it stands, in the words of `portal.cover.…`, with its days. */
  readonly standing: Message;
  /** What the agency wrote to the family when it settled what was contested. */
  readonly words?: string;
  /** Whether a paper that proves what the family says may be sent. */
  readonly mayProve?: boolean;
};

export type CoverView = {
  readonly number: string;
  readonly cases: readonly CoverStanding[];
  /** The case that can be answered now. */
  readonly asked?: string;
  /** How long an answer may be. */
  readonly longest: number;
  /** Sent along, so that the same form sent twice is one answer. */
  readonly token: string;
  readonly typed?: { readonly answer: string; readonly words: string };
  readonly errors?: readonly CoverError[];
};

/** What another insurer said of somebody of the family, where that stands, and the family's answer while one is waited for. */
export function renderCover(place: Place, view: CoverView): string {
  const { reader } = place;
  const { errors = [], number, longest } = view;
  const wordsOf = (error: CoverError) => reader.say(`portal.cover.error.${error}`, { most: longest });
  return renderPortalPage(
    place,
    { title: reader.text('portal.cover.title'), hasErrors: errors.length > 0, back: paths.request(number) },
    <div class="column sections">
      <ErrorSummary reader={reader} errors={errors.map((error) => ({ field: fieldOf[error], text: wordsOf(error) }))} />
      <div class="stack">
        <h1 class="title">{reader.text('portal.cover.title')}</h1>
        <p class="lead">{reader.text('portal.cover.lead')}</p>
      </div>
      {view.cases.map((one) => (
        <Standing place={place} number={number} one={one}>
          {one.id === view.asked && <Form place={place} view={view} one={one} wordsOf={wordsOf} />}
        </Standing>
      ))}
    </div>,
  );
}

type StandingProps = {
  readonly place: Place;
  readonly number: string;
  readonly one: CoverStanding;
  readonly children: JSX.Element | false;
};

function Standing({ place, number, one, children }: StandingProps): JSX.Element {
  const { reader } = place;
  const { id, name, from, to, scheme, standing, words, mayProve } = one;
  const facts = { scheme: reader.text(`portal.cover.scheme.${scheme}`), name, from };
  return (
    <section class="stack">
      <h2>{reader.name(name)}</h2>
      <p>{to ? reader.say('portal.cover.found-until', { ...facts, to }) : reader.say('portal.cover.found', facts)}</p>
      <p>{reader.tell(standing)}</p>
      {words !== undefined && (
        <p>
          {reader.text('portal.cover.reason')} <span class="said">{reader.name(words)}</span>
        </p>
      )}
      {children}
      {mayProve && (
        <p>
          <LinkButton kind="secondary" href={addressOf(place, paths.papersOfCover(number, id))}>
            {reader.text('portal.cover.send-paper')}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

type FormProps = {
  readonly place: Place;
  readonly view: CoverView;
  readonly one: CoverStanding;
  readonly wordsOf: (error: CoverError) => JSX.Element;
};

function Form({ place, view, one, wordsOf }: FormProps): JSX.Element {
  const { reader } = place;
  const { errors = [], typed } = view;
  const errorAt = (field: string) => {
    const error = errors.find((candidate) => fieldOf[candidate] === field);
    return error ? { error: wordsOf(error) } : {};
  };
  const choices = (['accepts', 'contests'] as const).map((value) => ({
    ...{ value, label: reader.text(`portal.cover.form.${value}`), chosen: typed?.answer === value },
    ...(value === 'accepts' ? { hint: reader.text('portal.cover.form.accepts-hint') } : {}),
  }));
  return (
    <form class="form" method="post" action={addressOf(place, paths.cover(view.number))} novalidate>
      <input type="hidden" name="token" value={view.token} />
      <input type="hidden" name="case" value={one.id} />
      <Radios
        reader={reader}
        name="answer"
        label={reader.text('portal.cover.form.answer')}
        choices={choices}
        {...errorAt('answer')}
      />
      <TextField
        reader={reader}
        name="words"
        label={reader.text('portal.cover.form.words')}
        hint={reader.say('portal.cover.form.words-hint')}
        {...errorAt('words')}
        value={typed?.words ?? ''}
        lines={5}
      />
      <p>{reader.text('portal.cover.counter')}</p>
      <Button>{reader.text('portal.cover.form.button')}</Button>
    </form>
  );
}
