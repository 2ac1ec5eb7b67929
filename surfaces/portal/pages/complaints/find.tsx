import { Button } from '#design/components/button.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

const fieldOf = {
  'number-missing': 'number',
  'number-wrong': 'number',
  'code-missing': 'code',
  'not-found': 'number',
  'too-many-attempts': 'number',
} as const;

export type FindComplaintError = keyof typeof fieldOf;

/** Posted to `/{lang}/complaint/follow` as `number` and `code`. */
export type FindComplaintView = {
  readonly typed?: { readonly number: string; readonly code: string };
  readonly errors?: readonly FindComplaintError[];
};

/** A complaint is found by its number and the code given with it; a wrong pair never tells which half is wrong. */
export function renderFindComplaint(place: Place, { typed, errors = [] }: FindComplaintView): string {
  const { reader } = place;
  const wordsOf = (error: FindComplaintError) => reader.say(`portal.complaints.find.error.${error}`);
  const errorAt = (field: 'number' | 'code') => {
    const error = errors.find((candidate) => fieldOf[candidate] === field);
    return error ? { error: wordsOf(error) } : {};
  };
  return renderPortalPage(
    place,
    { title: reader.text('portal.complaints.find.title'), hasErrors: errors.length > 0, back: paths.complaint() },
    <div class="column">
      <ErrorSummary reader={reader} errors={errors.map((error) => ({ field: fieldOf[error], text: wordsOf(error) }))} />
      <h1 class="title">{reader.text('portal.complaints.find.title')}</h1>
      <form class="form" method="post" action={addressOf(place, paths.findComplaint)} novalidate>
        <p class="lead">{reader.say('portal.complaints.find.lead')}</p>
        <TextField
          reader={reader}
          name="number"
          label={reader.text('portal.complaints.one.number')}
          hint={reader.say('portal.complaints.find.number-hint')}
          {...errorAt('number')}
          value={typed?.number ?? ''}
          inputMode="numeric"
          shape="code"
          autocomplete="off"
        />
        <TextField
          reader={reader}
          name="code"
          label={reader.text('portal.complaints.one.code')}
          hint={reader.say('portal.complaints.find.code-hint')}
          {...errorAt('code')}
          value={typed?.code ?? ''}
          inputMode="numeric"
          shape="code"
          autocomplete="off"
        />
        <Button>{reader.text('portal.complaints.find.button')}</Button>
        <p>
          <a href={addressOf(place, paths.follow)}>{reader.text('portal.complaints.find.by-request')}</a>
        </p>
      </form>
    </div>,
  );
}
