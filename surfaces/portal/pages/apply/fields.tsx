import type { Child } from 'hono/jsx';
import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Checkboxes, Radios } from '#design/components/choices.tsx';
import { DateField } from '#design/components/date-field.tsx';
import { SelectField, type SelectGroup } from '#design/components/select-field.tsx';
import { TextField, type TextFieldProps } from '#design/components/text-field.tsx';
import type { Reader } from '#design/reader.tsx';
import { form } from '#modules/applications';
import { choices } from '#modules/eligibility';

export type FieldView = {
  readonly field: form.Field;
  /** "11.3", as on the paper form; absent when the page has one question. */
  readonly number?: string;
  readonly label: Child;
  readonly error?: Child;
};

export type FieldSurroundings = {
  readonly reader: Reader;
  readonly typed: form.Typed;
  /** Provinces by region, or communes by kind, when the page asks for one. */
  readonly places: readonly SelectGroup[];
  /** Everybody in the declaration's order, when the page asks something of each. */
  readonly people: readonly string[];
};

/** What hints and mistakes show as examples: a fact, since Latin letters would turn an Arabic sentence around. */
export const examplesTyped = { card: 'IC123456', email: 'nom@exemple.ma' } as const;

/** From here a list of circles is longer than a telephone's screen. */
const MANY = 8;

/** A question of the form as its component. */
export function FormField({ view, around }: { view: FieldView; around: FieldSurroundings }): JSX.Element {
  const { field } = view;
  const { reader, typed } = around;
  const texts = textsOf(view, around);
  const value = form.textAt(typed, field.key);
  switch (field.kind) {
    case 'choice':
      return field.options.length >= MANY ? (
        <Select texts={texts} around={around} field={field} />
      ) : (
        <Choice texts={texts} around={around} field={field} />
      );
    case 'flag':
      return <Radios {...texts} choices={yesOrNo(reader, value)} />;
    case 'ticks':
      return <Ticks texts={texts} around={around} field={field} />;
    case 'date':
      return <DateField {...texts} isBirth value={typedDate(typed, field.key)} />;
    case 'province':
    case 'commune':
      return <SelectField {...texts} value={value} empty={reader.text('design.select.choose')} groups={around.places} />;
    case 'covers':
      return <Covers texts={texts} around={around} />;
    default:
      return <TextField {...texts} {...shapeOf(field)} value={value} />;
  }
}

type Texts = {
  readonly reader: Reader;
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly error?: Child;
};

function textsOf({ field, number, label, error }: FieldView, { reader }: FieldSurroundings): Texts {
  return {
    reader,
    name: field.key,
    label: number === undefined ? label : <NumberedLabel number={number} label={label} />,
    ...(field.hasHint ? { hint: reader.say(`applications.form.field.${field.key}.hint`, examplesTyped) } : {}),
    ...(error === undefined ? {} : { error }),
  };
}

function NumberedLabel({ number, label }: { number: string; label: Child }): JSX.Element {
  return (
    <Fragment>
      <bdi class="quiet" dir="ltr">
        {number}
      </bdi>{' '}
      {label}
    </Fragment>
  );
}

type OfKind<Kind> = Extract<form.Field, { kind: Kind }>;

function Choice({ texts, around, field }: { texts: Texts; around: FieldSurroundings; field: OfKind<'choice'> }): JSX.Element {
  const chosen = form.textAt(around.typed, field.key);
  return (
    <Radios
      {...texts}
      choices={field.options.map((value) => ({
        value,
        label: around.reader.text(`applications.form.choice.${field.set}.${value}`),
        chosen: value === chosen,
      }))}
    />
  );
}

function Select({ texts, around, field }: { texts: Texts; around: FieldSurroundings; field: OfKind<'choice'> }): JSX.Element {
  const { reader, typed } = around;
  return (
    <SelectField
      {...texts}
      value={form.textAt(typed, field.key)}
      empty={reader.text('design.select.choose')}
      options={field.options.map((value) => ({ value, label: reader.text(`applications.form.choice.${field.set}.${value}`) }))}
    />
  );
}

function Ticks({ texts, around, field }: { texts: Texts; around: FieldSurroundings; field: OfKind<'ticks'> }): JSX.Element {
  const ticked = form.textsAt(around.typed, field.key);
  return (
    <Checkboxes
      {...texts}
      choices={field.options.map((value) => ({
        value,
        label: around.reader.text(`applications.form.choice.${field.key}.${value}`),
        chosen: ticked.includes(value),
      }))}
    />
  );
}

/** Nobody, or somebody and then who: the lists stand open, since nothing can unfold without a script. */
function Covers({ texts, around }: { texts: Texts; around: FieldSurroundings }): JSX.Element {
  const { reader, typed, people } = around;
  const value = form.textAt(typed, texts.name);
  const words = (cover: string) => reader.text(`applications.form.choice.other_cover.${cover}`);
  return (
    <Fragment>
      <Radios
        {...texts}
        choices={[
          { value: 'no', label: words('nobody'), chosen: value === 'no' },
          { value: 'yes', label: words('somebody'), chosen: value === 'yes' },
        ]}
      />
      <p>{reader.say('portal.apply.covers')}</p>
      {people.map((person, index) => (
        <SelectField
          reader={reader}
          name={`${texts.name}-${index + 1}`}
          label={reader.name(person)}
          value={form.textAt(typed, `${texts.name}-${index + 1}`)}
          empty={words('none')}
          options={choices.other_cover.map((cover) => ({ value: cover, label: words(cover) }))}
        />
      ))}
    </Fragment>
  );
}

function yesOrNo(reader: Reader, chosen: string) {
  return (['yes', 'no'] as const).map((value) => ({
    value,
    label: reader.text(`applications.form.choice.${value}`),
    chosen: value === chosen,
  }));
}

function typedDate(typed: form.Typed, key: string) {
  const part = (name: string) => form.textAt(typed, `${key}-${name}`);
  return { day: part('day'), month: part('month'), year: part('year') };
}

function shapeOf(field: form.Field): Partial<TextFieldProps> {
  switch (field.kind) {
    case 'whole':
    case 'dirhams':
      return { inputMode: 'numeric', shape: 'code', autocomplete: 'off' };
    case 'decimal':
    case 'cnie':
      return { shape: 'code', autocomplete: 'off' };
    case 'phone':
      return { type: 'tel', shape: 'code', autocomplete: 'tel' };
    case 'email':
      return { type: 'email', shape: 'code', inputMode: 'email', autocomplete: 'email' };
    case 'address':
      return { autocomplete: 'street-address' };
    default:
      return { autocomplete: 'off', ...(field.kind === 'text' ? { direction: field.script === 'ar' ? 'rtl' : 'ltr' } : {}) };
  }
}
