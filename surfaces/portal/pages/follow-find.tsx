import { Button } from '#design/components/button.tsx';
import { DateField, type TypedDate } from '#design/components/date-field.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

/** What may be wrong with the two answers. A wrong pair says the same whether the number, the date or both are wrong. */
export type FindError =
  | 'number-missing'
  | 'number-wrong'
  | 'birth-missing'
  | 'birth-impossible'
  | 'not-found'
  | 'too-many-attempts';

/** Posted to `/{lang}/follow` as `number`, `birth-day`, `birth-month`, `birth-year`; what was typed comes back as typed. */
export type FindView = {
  readonly typed?: { readonly number: string; readonly birth: TypedDate };
  readonly errors?: readonly FindError[];
};

const fieldOf: Readonly<Record<FindError, 'number' | 'birth-day'>> = {
  'number-missing': 'number',
  'number-wrong': 'number',
  'not-found': 'number',
  'too-many-attempts': 'number',
  'birth-missing': 'birth-day',
  'birth-impossible': 'birth-day',
};

/** P15: two answers and no account. */
export function renderFollowFind(place: Place, { typed, errors = [] }: FindView): string {
  const { reader } = place;
  const wordsOf = (error: FindError) => reader.say(`portal.find.error.${error}`);
  const errorAt = (field: 'number' | 'birth-day') => {
    const error = errors.find((candidate) => fieldOf[candidate] === field);
    return error ? { error: wordsOf(error) } : {};
  };
  return renderPortalPage(
    place,
    { title: reader.text('portal.find.title'), hasErrors: errors.length > 0, back: paths.home },
    <div class="column">
      <ErrorSummary reader={reader} errors={errors.map((error) => ({ field: fieldOf[error], text: wordsOf(error) }))} />
      <h1 class="title">{reader.text('portal.find.title')}</h1>
      <form class="form" method="post" action={addressOf(place, paths.follow)} novalidate>
        <p class="lead">{reader.say('portal.find.lead')}</p>
        <TextField
          reader={reader}
          name="number"
          label={reader.text('portal.find.number')}
          hint={reader.say('portal.find.number-hint')}
          {...errorAt('number')}
          value={typed?.number ?? ''}
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
        <Button>{reader.text('portal.find.button')}</Button>
        <Disclosure summary={reader.text('portal.find.lost')}>
          <p>{reader.say('portal.find.lost-text')}</p>
        </Disclosure>
      </form>
    </div>,
  );
}
