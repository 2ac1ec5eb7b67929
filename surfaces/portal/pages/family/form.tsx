import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { Radios } from '#design/components/choices.tsx';
import { DateField } from '#design/components/date-field.tsx';
import { ErrorSummary, type FieldError } from '#design/components/error-summary.tsx';
import { SelectField } from '#design/components/select-field.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { LifeEventKind } from '#modules/entitlements';
import { addressOf, type Place, paths } from '../../place.ts';
import { CorrectionFields } from './correction-fields.tsx';
import type { FamilyError, FamilyView, TypedChange } from './family.view.ts';
import { nameOf } from './name-of.ts';

const fieldOf = {
  'given-missing': 'given',
  'family-missing': 'family',
  'sex-missing': 'sex',
  'born-wrong': 'born-day',
  'person-missing': 'person',
  'correction-missing': 'given-fr',
  'commune-missing': 'commune',
  'on-wrong': 'on-day',
  'proof-missing': 'proof',
  'not-done': 'proof',
} as const satisfies Record<FamilyError, string>;

/** Where on the page what a refusal speaks of was typed; of anything else the page says only that it was not done. */
const fieldOfPlace: Readonly<Record<string, string>> = {
  happenedOn: 'on-day',
  person: 'person',
  'newcomer.names': 'given',
  'newcomer.birthDate': 'born-day',
  'newcomer.cnie': 'card',
  commune: 'commune',
  correction: 'given-fr',
  'correction.names.fr.given': 'given-fr',
  'correction.names.fr.family': 'family-fr',
  'correction.names.ar.given': 'given-ar',
  'correction.names.ar.family': 'family-ar',
  'correction.sex': 'sex',
  'correction.birthDate': 'born-day',
  'correction.cnie': 'card',
};

/** What is wrong, each with the field it is about. */
function faultsOf(reader: Place['reader'], { errors = [], refusal }: FamilyView): FieldError[] {
  const field = fieldOfPlace[refusal?.place ?? ''];
  const own: FieldError[] = errors.map((name) => ({ field: fieldOf[name], text: reader.say(`portal.family.error.${name}`) }));
  if (!refusal) return own;
  if (!field) return [{ field: fieldOf['not-done'], text: reader.say('portal.family.error.not-done') }];
  return [...own, { field, text: reader.say(`entitlements.refusal.${refusal.refused}`, refusal.facts ?? {}) }];
}

const nothing = { day: '', month: '', year: '' };
const empty: TypedChange = {
  ...{ person: '', given: '', family: '', sex: '', card: '', commune: '', proof: '', on: nothing, born: nothing },
  right: { 'given-fr': '', 'family-fr': '', 'given-ar': '', 'family-ar': '' },
};

/** The fault of one field, as its component takes it. */
const faultOf = (faults: readonly FieldError[], field: string) => {
  const fault = faults.find((one) => one.field === field);
  return fault ? { error: fault.text } : {};
};

type Form = {
  readonly place: Place;
  readonly view: FamilyView & { readonly kind: LifeEventKind };
  readonly faults: readonly FieldError[];
};

/** One change, told with whom or where it is about, its day and the paper that proves it. Posted to `/{lang}/follow/{number}/family`. */
export function ChangeForm({ place, view, title }: Omit<Form, 'faults'> & { title: string }): JSX.Element {
  const { reader } = place;
  const { number, token, kind, proofKind = 'declaration', typed = empty } = view;
  const faults = faultsOf(reader, view);
  const isCorrection = kind === 'correction';
  return (
    <div class="column">
      <ErrorSummary reader={reader} errors={faults} />
      <h1 class="title">{title}</h1>
      <p class="lead">{reader.say(isCorrection ? 'portal.family.correction.lead' : 'portal.family.form.lead')}</p>
      <form class="form" method="post" action={addressOf(place, paths.family(number))} novalidate>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="kind" value={kind} />
        <About place={place} view={view} faults={faults} />
        {isCorrection ? (
          <CorrectionFields reader={reader} typed={typed} faultOf={(field) => faultOf(faults, field)} />
        ) : (
          <DateField
            reader={reader}
            name="on"
            label={reader.text('portal.family.form.on')}
            value={typed.on}
            {...faultOf(faults, 'on-day')}
          />
        )}
        <TextField
          reader={reader}
          name="proof"
          label={reader.text('portal.family.form.proof', { paper: reader.text(`entitlements.proof.${proofKind}`) })}
          hint={reader.say('portal.family.form.proof-hint')}
          value={typed.proof}
          shape="code"
          {...faultOf(faults, 'proof')}
        />
        <Button>{reader.text('portal.family.form.send')}</Button>
      </form>
    </div>
  );
}

function About({ place, view, faults }: Form): JSX.Element | null {
  const { reader } = place;
  const { about, members, communes = [], typed = empty } = view;
  const empties = reader.text('portal.family.form.choose');
  if (about === 'newcomer') return <Newcomer place={place} view={view} faults={faults} />;
  if (about === 'family')
    return (
      <SelectField
        reader={reader}
        name="commune"
        label={reader.text('portal.family.form.commune')}
        hint={reader.say('portal.family.form.commune-hint')}
        empty={empties}
        options={communes}
        value={typed.commune}
        {...faultOf(faults, 'commune')}
      />
    );
  return (
    <SelectField
      reader={reader}
      name="person"
      label={reader.text('portal.family.form.person')}
      empty={empties}
      options={members.map(({ person, names }) => ({ value: person, label: nameOf(place, names) }))}
      value={typed.person}
      {...faultOf(faults, 'person')}
    />
  );
}

function Newcomer({ place, view, faults }: Form): JSX.Element {
  const { reader } = place;
  const { kind, typed = empty } = view;
  return (
    <>
      <TextField
        reader={reader}
        name="given"
        label={reader.text('portal.family.form.given')}
        value={typed.given}
        {...faultOf(faults, 'given')}
      />
      <TextField
        reader={reader}
        name="family"
        label={reader.text('portal.family.form.family')}
        value={typed.family}
        {...faultOf(faults, 'family')}
      />
      <Radios
        reader={reader}
        name="sex"
        label={reader.text('portal.family.form.sex')}
        choices={(['F', 'M'] as const).map((sex) => ({
          value: sex,
          label: reader.text(`portal.family.form.sex.${sex}`),
          chosen: typed.sex === sex,
        }))}
        {...faultOf(faults, 'sex')}
      />
      {kind !== 'birth' && (
        <>
          <DateField
            reader={reader}
            name="born"
            label={reader.text('portal.family.form.born')}
            value={typed.born}
            {...faultOf(faults, 'born-day')}
          />
          <TextField
            reader={reader}
            name="card"
            label={reader.text('portal.family.form.card')}
            value={typed.card}
            shape="code"
            {...faultOf(faults, 'card')}
          />
        </>
      )}
    </>
  );
}
