import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button } from '#design/components/button.tsx';
import { Checkboxes } from '#design/components/choices.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { type AppealCriterion, LONGEST_APPEAL } from '#modules/commissions';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { conditionRow } from '../condition-words.tsx';
import type { ScoreCondition } from '../score-reasons.tsx';

const fieldOf = {
  'criteria-missing': 'criteria',
  'words-missing': 'words',
  'words-too-long': 'words',
  'phone-wrong': 'phone',
  'too-many-attempts': 'criteria',
} as const;

export type AppealError = keyof typeof fieldOf;
type Field = (typeof fieldOf)[AppealError];

/** With its condition, a criterion of the score is said with what was counted and the limit. */
export type AppealChoice = { readonly criterion: AppealCriterion; readonly condition?: ScoreCondition };

/** Posted to `/{lang}/follow/{number}/appeal` as `criteria`, `words`, `phone`. */
export type AppealFormView = {
  readonly number: string;
  readonly isRefused: boolean;
  readonly place: string;
  readonly decidedOn?: PlainDate;
  readonly reason?: Message;
  readonly standing: { readonly kind: 'open' | 'late'; readonly lastDay: PlainDate; readonly caution?: Message };
  readonly choices: readonly AppealChoice[];
  /** Sent along, so that the same form sent twice is one appeal. */
  readonly token: string;
  readonly typed?: { readonly criteria: readonly string[]; readonly words: string; readonly phone: string };
  readonly errors?: readonly AppealError[];
};

/** P20: until when, what was decided, which of it is wrong, in one's own words. After the last day it says so, and takes the appeal all the same. */
export function renderAppealForm(place: Place, view: AppealFormView): string {
  const { reader } = place;
  const { errors = [], typed, number } = view;
  return renderPortalPage(
    place,
    { title: reader.text('portal.appeals.form.title'), hasErrors: errors.length > 0, back: paths.request(number) },
    <div class="column">
      <ErrorSummary reader={reader} errors={errors.map((error) => ({ field: fieldOf[error], text: wordsOf(place, error) }))} />
      <div class="stack">
        <h1 class="title">{reader.text('portal.appeals.form.title')}</h1>
        <Decided place={place} view={view} />
        <LastDay place={place} standing={view.standing} />
      </div>
      <form class="form" method="post" action={addressOf(place, paths.appeal(number))} novalidate>
        <input type="hidden" name="token" value={view.token} />
        <Checkboxes
          reader={reader}
          name="criteria"
          label={reader.text('portal.appeals.form.criteria')}
          hint={reader.say('portal.appeals.form.criteria-hint')}
          {...errorAt(place, view, 'criteria')}
          choices={view.choices.map((choice) => toChoice(place, choice, typed?.criteria ?? []))}
        />
        <TextField
          reader={reader}
          name="words"
          label={reader.text('portal.appeals.form.words')}
          hint={reader.say('portal.appeals.form.words-hint')}
          {...errorAt(place, view, 'words')}
          value={typed?.words ?? ''}
          lines={7}
        />
        <TextField
          reader={reader}
          name="phone"
          label={reader.text('portal.complaints.tell.phone')}
          hint={reader.say('portal.complaints.tell.phone-hint')}
          {...errorAt(place, view, 'phone')}
          value={typed?.phone ?? ''}
          type="tel"
          shape="code"
          autocomplete="off"
        />
        <p>{reader.say('portal.appeals.form.papers', { place: view.place })}</p>
        <Button>{reader.text('portal.appeals.form.button')}</Button>
      </form>
    </div>,
  );
}

function Decided({ place: { reader }, view }: { place: Place; view: AppealFormView }): JSX.Element {
  const { decidedOn, reason, isRefused, number } = view;
  return (
    <p class="lead">
      {reader.text('portal.follow.request')} {reader.code(number)}
      {reader.text('portal.appeals.colon')} {reader.text(`portal.appeals.decision.${isRefused ? 'refused' : 'vulnerable'}`)}{' '}
      {decidedOn && reader.say('portal.appeals.decided-on', { day: decidedOn })} {reason && reader.tell(reason)}
    </p>
  );
}

function LastDay({ place: { reader }, standing }: { place: Place; standing: AppealFormView['standing'] }): JSX.Element {
  const { kind, lastDay, caution } = standing;
  return (
    <Banner tone={kind === 'late' ? 'warning' : 'information'} title={reader.text(`portal.appeals.form.${kind}`)}>
      <p>{reader.say(`portal.appeals.form.${kind}-text`, { day: lastDay })}</p>
      {caution && <p class="quiet">{reader.tell(caution)}</p>}
    </Banner>
  );
}

function toChoice(place: Place, { criterion, condition }: AppealChoice, chosen: readonly string[]) {
  const { reader } = place;
  const row = condition && conditionRow(place, condition);
  return {
    value: criterion,
    label: reader.text(`portal.appeals.criterion.${criterion}`),
    ...(row ? { hint: [reader.text('portal.appeals.counted'), ' ', row.value, ' · ', row.limit] } : {}),
    chosen: chosen.includes(criterion),
  };
}

function errorAt(place: Place, { errors = [] }: AppealFormView, field: Field) {
  const error = errors.find((candidate) => fieldOf[candidate] === field);
  return error ? { error: wordsOf(place, error) } : {};
}

function wordsOf({ reader }: Place, error: AppealError): JSX.Element {
  return reader.say(`portal.appeals.error.${error}`, { most: LONGEST_APPEAL });
}
