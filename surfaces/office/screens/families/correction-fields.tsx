import type { DeedInput } from '../../client/contract.ts';
import { Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { Choice } from './choice.tsx';
import type { Family } from './family-view.tsx';

type Member = Family['members'][number];
type Correction = NonNullable<DeedInput<'entitlements.report-life-event'>['correction']>;
type Answer = NonNullable<Family['events'][number]['correction']>['fields'][number];
/** What was typed over what is written of a member. */
export type TypedWords = Readonly<Partial<Record<Answer, string>>>;

const names = ['names.fr.given', 'names.fr.family', 'names.ar.given', 'names.ar.family'] as const;

/** What is written of the member stands in the fields already; the national card, which this screen does not show, is typed anew where it is wrong. */
export function CorrectionFields({
  member,
  typed,
  onType,
}: {
  readonly member: Member;
  readonly typed: TypedWords;
  readonly onType: (words: TypedWords) => void;
}) {
  const shownOf = (answer: Answer) => typed[answer] ?? writtenOf(member, answer);
  const type = (answer: Answer) => (value: string) => onType({ ...typed, [answer]: value });
  return (
    <>
      <p className="hint">
        <Words k="office.families.correction-how" />
      </p>
      {names.map((name) => (
        <Field
          key={name}
          label={<Words k={`entitlements.field.${name}`} />}
          value={shownOf(name)}
          onChange={type(name)}
          input={{ autoComplete: 'off', dir: name.startsWith('names.ar') ? 'rtl' : 'ltr', maxLength: 80 }}
        />
      ))}
      <Choice
        label="sex"
        value={shownOf('sex')}
        onChoose={type('sex')}
        options={(['F', 'M'] as const).map((sex) => [sex, `office.families.sex.${sex}`] as const)}
      />
      <Field
        label={<Words k="entitlements.field.birthDate" />}
        value={shownOf('birthDate')}
        onChange={type('birthDate')}
        input={{ type: 'date', required: true }}
      />
      <Field
        label={<Words k="office.families.correction-card" />}
        isOptional
        value={shownOf('cnie')}
        onChange={type('cnie')}
        input={{ dir: 'ltr', autoComplete: 'off', maxLength: 20 }}
      />
    </>
  );
}

function writtenOf({ names: { fr, ar }, sex, birthDate }: Member, answer: Answer): string {
  const written: Readonly<Partial<Record<Answer, string | undefined>>> = {
    'names.fr.given': fr?.given,
    'names.fr.family': fr?.family,
    'names.ar.given': ar?.given,
    'names.ar.family': ar?.family,
    sex,
    birthDate,
  };
  return written[answer] ?? '';
}

/** What was typed otherwise than it is written; an answer that was emptied is none. Nothing where nothing was. */
export function correctionOf(member: Member, typed: TypedWords): Correction | undefined {
  const said = Object.fromEntries(
    (Object.entries(typed) as [Answer, string][]).filter(
      ([answer, value]) => value.trim() !== '' && value.trim() !== writtenOf(member, answer),
    ),
  ) as TypedWords;
  if (Object.keys(said).length === 0) return undefined;
  const { sex, birthDate, cnie } = said;
  return {
    names: { fr: inScript(said, 'fr'), ar: inScript(said, 'ar') },
    ...(sex === undefined ? {} : { sex: sex === 'M' ? 'M' : 'F' }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(cnie === undefined ? {} : { cnie }),
  };
}

function inScript(said: TypedWords, script: 'fr' | 'ar') {
  const [family, given] = [said[`names.${script}.family`], said[`names.${script}.given`]];
  return { ...(family === undefined ? {} : { family }), ...(given === undefined ? {} : { given }) };
}
