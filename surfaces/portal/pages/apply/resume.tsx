import { Button } from '#design/components/button.tsx';
import { DateField, type TypedDate } from '#design/components/date-field.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** A wrong pair says the same whether the code, the date or both are wrong, and whether there is such a draft. */
export type ResumeError = 'code-missing' | 'birth-missing' | 'birth-impossible' | 'wrong' | 'resting';

export type ResumeView = {
  readonly typed?: { readonly code: string; readonly birth: TypedDate };
  readonly errors?: readonly ResumeError[];
};

const fieldOf: Readonly<Record<ResumeError, 'code' | 'birth-day'>> = {
  'code-missing': 'code',
  wrong: 'code',
  resting: 'code',
  'birth-missing': 'birth-day',
  'birth-impossible': 'birth-day',
};

/** P07: a draft is taken up again with its code and the birth date, on this device or another one. */
export function renderResume(place: Place, { typed, errors = [] }: ResumeView): string {
  const { reader } = place;
  const wordsOf = (error: ResumeError) => reader.say(`portal.apply.resume.error.${error}`);
  const errorAt = (field: 'code' | 'birth-day') => {
    const error = errors.find((candidate) => fieldOf[candidate] === field);
    return error ? { error: wordsOf(error) } : {};
  };
  return renderPortalPage(
    place,
    { title: reader.text('portal.apply.resume.title'), hasErrors: errors.length > 0, back: paths.apply.start },
    <div class="column">
      <ErrorSummary reader={reader} errors={errors.map((error) => ({ field: fieldOf[error], text: wordsOf(error) }))} />
      <h1 class="title">{reader.text('portal.apply.resume.title')}</h1>
      <form class="form" method="post" action={addressOf(place, paths.apply.resume)} novalidate>
        <TextField
          reader={reader}
          name="code"
          label={reader.text('portal.apply.code')}
          hint={reader.say('portal.apply.resume.code-hint')}
          {...errorAt('code')}
          value={typed?.code ?? ''}
          shape="code"
          autocomplete="off"
        />
        <DateField
          reader={reader}
          name="birth"
          label={reader.text('portal.find.birth')}
          hint={reader.say('portal.find.birth-hint')}
          {...errorAt('birth-day')}
          {...(typed ? { value: typed.birth } : {})}
        />
        <Button>{reader.text('portal.apply.resume.button')}</Button>
        <Disclosure summary={reader.text('portal.apply.resume.lost')}>
          <p>{reader.say('portal.apply.resume.lost-text')}</p>
        </Disclosure>
      </form>
    </div>,
  );
}
