import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { Radios } from '#design/components/choices.tsx';
import { DateField } from '#design/components/date-field.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { SelectField } from '#design/components/select-field.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { LifeEventKind } from '#modules/entitlements';
import { addressOf, type Place, paths } from '../../place.ts';
import type { FamilyError, FamilyView, TypedChange } from './family.view.ts';
import { nameOf } from './name-of.ts';

const fieldOf = {
  'on-wrong': 'on-day',
  'person-missing': 'person',
  'name-missing': 'given',
  'born-wrong': 'born-day',
  'commune-missing': 'commune',
  'proof-missing': 'proof',
  'not-done': 'proof',
} as const satisfies Record<FamilyError, string>;

const nothing = { day: '', month: '', year: '' };
const empty: TypedChange = {
  ...{ person: '', given: '', family: '', sex: 'F', card: '', commune: '', proof: '', on: nothing, born: nothing },
};

type Form = { readonly place: Place; readonly view: FamilyView & { readonly kind: LifeEventKind } };

/** One change, told with whom or where it is about, its day and the paper that proves it. Posted to `/{lang}/follow/{number}/family`. */
export function ChangeForm({ place, view, title }: Form & { title: string }): JSX.Element {
  const { reader } = place;
  const { number, token, kind, errors = [], proofKind = 'declaration', typed = empty } = view;
  const error = (name: FamilyError) => (errors.includes(name) ? { error: reader.say(`portal.family.error.${name}`) } : {});
  return (
    <div class="column">
      <ErrorSummary
        reader={reader}
        errors={errors.map((name) => ({ field: fieldOf[name], text: reader.say(`portal.family.error.${name}`) }))}
      />
      <h1 class="title">{title}</h1>
      <p class="lead">{reader.say('portal.family.form.lead')}</p>
      <form class="form" method="post" action={addressOf(place, paths.family(number))} novalidate>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="kind" value={kind} />
        <About place={place} view={view} />
        <DateField
          reader={reader}
          name="on"
          label={reader.text('portal.family.form.on')}
          value={typed.on}
          {...error('on-wrong')}
        />
        <TextField
          reader={reader}
          name="proof"
          label={reader.text('portal.family.form.proof', { paper: reader.text(`entitlements.proof.${proofKind}`) })}
          hint={reader.say('portal.family.form.proof-hint')}
          value={typed.proof}
          shape="code"
          {...error(errors.includes('not-done') ? 'not-done' : 'proof-missing')}
        />
        <Button>{reader.text('portal.family.form.send')}</Button>
      </form>
    </div>
  );
}

function About({ place, view }: Form): JSX.Element | null {
  const { reader } = place;
  const { about, members, communes = [], errors = [], typed = empty } = view;
  const error = (name: FamilyError) => (errors.includes(name) ? { error: reader.say(`portal.family.error.${name}`) } : {});
  const empties = reader.text('portal.family.form.choose');
  if (about === 'newcomer') return <Newcomer place={place} view={view} />;
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
        {...error('commune-missing')}
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
      {...error('person-missing')}
    />
  );
}

function Newcomer({ place, view }: Form): JSX.Element {
  const { reader } = place;
  const { kind, errors = [], typed = empty } = view;
  const error = (name: FamilyError) => (errors.includes(name) ? { error: reader.say(`portal.family.error.${name}`) } : {});
  return (
    <>
      <TextField
        reader={reader}
        name="given"
        label={reader.text('portal.family.form.given')}
        value={typed.given}
        {...error('name-missing')}
      />
      <TextField reader={reader} name="family" label={reader.text('portal.family.form.family')} value={typed.family} />
      <Radios
        reader={reader}
        name="sex"
        label={reader.text('portal.family.form.sex')}
        choices={(['F', 'M'] as const).map((sex) => ({
          value: sex,
          label: reader.text(`portal.family.form.sex.${sex}`),
          chosen: typed.sex === sex,
        }))}
      />
      {kind !== 'birth' && (
        <>
          <DateField
            reader={reader}
            name="born"
            label={reader.text('portal.family.form.born')}
            value={typed.born}
            {...error('born-wrong')}
          />
          <TextField reader={reader} name="card" label={reader.text('portal.family.form.card')} value={typed.card} shape="code" />
        </>
      )}
    </>
  );
}
