import { useId, useState } from 'react';
import { communesOfProvince, findCommune, loadTerritory } from '#modules/territory';
import { casablancaDate, Temporal } from '#platform/dates';
import type { DeedInput, DeedOutput } from '../../client/contract.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';

type Convened = DeedOutput<'commissions.convene-sitting'>;
type DialogProps = {
  /** The provincial commission that hears appeals is called for its province; a local one for a commune, which is chosen here when none is given. */
  readonly kind?: 'cpl' | 'cpp';
  readonly territory: string;
  readonly onClose: () => void;
  readonly onDone: (convened: Convened) => void;
};
type Typed = Readonly<Record<'territory' | 'heldOn' | 'startsAt' | 'placeFr' | 'placeAr', string>>;

/** Calls a commission: its commune, if it has one, the day, the hour, and where it sits. */
export function ConveneDialog({ kind = 'cpl', territory, onClose, onDone }: DialogProps) {
  const communes = useCommunes();
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [typed, setTyped] = useState<Typed>({
    territory: kind === 'cpl' && communes.length === 1 ? (communes[0]?.code ?? '') : territory,
    ...{ heldOn: tomorrow(), startsAt: '09:30', placeFr: '', placeAr: '' },
  });
  const type = (key: keyof Typed) => (value: string) => setTyped({ ...typed, [key]: value });
  const convene = async () => {
    if (typed.territory === '' || typed.heldOn === '') return setFault(text('office.sittings.missing'));
    const done = await attempt('commissions.convene-sitting', { ...toInput(typed), kind });
    if (done !== undefined) onDone(done);
  };
  return (
    <AskDialog
      title={<Words k="office.sittings.convene" />}
      does={<Words k="office.sittings.convene-now" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void convene()}
    >
      {kind === 'cpl' ? <CommuneSelect communes={communes} value={typed.territory} onChange={type('territory')} /> : null}
      <div className="filters">
        <Field
          label={<Words k="office.sittings.day" />}
          value={typed.heldOn}
          onChange={type('heldOn')}
          input={{ type: 'date' }}
        />
        <Field
          label={<Words k="office.sittings.hour" />}
          value={typed.startsAt}
          onChange={type('startsAt')}
          input={{ dir: 'ltr', inputMode: 'numeric', pattern: '[0-2][0-9]:[0-5][0-9]', size: 5, autoComplete: 'off' }}
        />
      </div>
      <PlaceFields {...typed} onType={type} />
    </AskDialog>
  );
}

type PlaceProps = Pick<Typed, 'placeFr' | 'placeAr'> & {
  readonly onType: (key: 'placeFr' | 'placeAr') => (value: string) => void;
};

/** The place in both languages of the convocation. */
function PlaceFields({ placeFr, placeAr, onType }: PlaceProps) {
  return (
    <>
      <Field
        label={<Words k="office.sittings.place-fr" />}
        value={placeFr}
        onChange={onType('placeFr')}
        input={{ dir: 'ltr' }}
        isOptional
      />
      <Field
        label={<Words k="office.sittings.place-ar" />}
        value={placeAr}
        onChange={onType('placeAr')}
        input={{ dir: 'rtl' }}
        isOptional
      />
    </>
  );
}

function toInput({ territory, heldOn, startsAt, placeFr, placeAr }: Typed): DeedInput<'commissions.convene-sitting'> {
  const [hour, fr, ar] = [startsAt, placeFr, placeAr].map((text) => text.trim());
  return {
    ...{ territory, heldOn },
    ...(hour ? { startsAt: hour } : {}),
    ...(fr ? { placeFr: fr } : {}),
    ...(ar ? { placeAr: ar } : {}),
  };
}

function tomorrow(): string {
  return casablancaDate(Temporal.Now.instant()).add({ days: 1 }).toString();
}

type Commune = ReturnType<typeof communesOfProvince>[number];

/** Those for which the agent may convene: one, or all of a province. */
export function useCommunes(): readonly Commune[] {
  const { session } = useOffice();
  const own = session.post.territory;
  const commune = findCommune(own);
  if (commune) return [commune];
  const provinces = loadTerritory().provinces.filter(({ code }) => code.startsWith(own));
  return provinces.flatMap(({ code }) => communesOfProvince(code));
}

type SelectProps = { readonly communes: readonly Commune[]; readonly value: string; readonly onChange: (code: string) => void };

export function CommuneSelect({ communes, value, onChange }: SelectProps) {
  const inScript = useInScript();
  const text = useText();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k="office.sittings.commune" />
      </label>
      <select id={id} value={value} onChange={(change) => onChange(change.target.value)}>
        {communes.length === 1 ? null : <option value="">{text('office.sittings.choose')}</option>}
        {communes.map(({ code, name }) => (
          <option key={code} value={code}>
            {inScript(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
