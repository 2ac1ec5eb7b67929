import type { JSX } from 'hono/jsx/jsx-runtime';
import { Radios } from '#design/components/choices.tsx';
import { DateField } from '#design/components/date-field.tsx';
import type { FieldTexts } from '#design/components/field.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { Place } from '../../place.ts';
import { type NameField, nameFields, type TypedChange } from './family.view.ts';

type Fields = {
  readonly reader: Place['reader'];
  readonly typed: TypedChange;
  readonly faultOf: (field: string) => Pick<FieldTexts, 'error'>;
};

const answerOf = {
  'given-fr': 'names.fr.given',
  'family-fr': 'names.fr.family',
  'given-ar': 'names.ar.given',
  'family-ar': 'names.ar.family',
} as const satisfies Record<NameField, string>;

/** What may be wrong on a card or in the file, each empty as long as it is right; nothing of what is known is shown. The script of the reader comes first. */
export function CorrectionFields({ reader, typed, faultOf }: Fields): JSX.Element {
  const names = reader.direction === 'rtl' ? [...nameFields.slice(2), ...nameFields.slice(0, 2)] : nameFields;
  return (
    <>
      {names.map((name) => (
        <TextField
          reader={reader}
          name={name}
          label={reader.text(`entitlements.field.${answerOf[name]}`)}
          value={typed.right[name]}
          direction={name.endsWith('-ar') ? 'rtl' : 'ltr'}
          {...faultOf(name)}
        />
      ))}
      <Radios
        reader={reader}
        name="sex"
        label={reader.text('entitlements.field.sex')}
        choices={(['', 'F', 'M'] as const).map((sex) => ({
          value: sex,
          label: reader.text(sex === '' ? 'portal.family.correction.sex-right' : `portal.family.form.sex.${sex}`),
          chosen: typed.sex === sex,
        }))}
        {...faultOf('sex')}
      />
      <DateField
        reader={reader}
        name="born"
        label={reader.text('entitlements.field.birthDate')}
        hint={reader.say('portal.family.correction.born-hint')}
        value={typed.born}
        {...faultOf('born-day')}
      />
      <TextField
        reader={reader}
        name="card"
        label={reader.text('entitlements.field.cnie')}
        value={typed.card}
        shape="code"
        {...faultOf('card')}
      />
    </>
  );
}
