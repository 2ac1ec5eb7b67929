import { useId, useState } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';
import type { Commission } from './members.tsx';

type Seat = DeedInput<'commissions.seat-member'>;
const institutions: readonly Seat['institution'][] = ['interior', 'health', 'finance', 'entraide_nationale', 'local_authority'];
const seats: readonly Seat['seat'][] = ['titular', 'substitute', 'chair', 'secretary'];

type Typed = Pick<Seat, 'institution' | 'seat'> & Readonly<Record<'nameFr' | 'nameAr' | 'login' | 'cnie' | 'from', string>>;
const empty: Typed = { institution: 'health', seat: 'titular', nameFr: '', nameAr: '', login: '', cnie: '', from: '' };
type SeatProps = { readonly commission: Commission; readonly onClose: () => void; readonly onDone: () => void };

/** Names a member: for which institution, in which seat, from when; with an account they sign here, without one on paper. */
export function SeatDialog({ commission, onClose, onDone }: SeatProps) {
  const text = useText();
  const [typed, setTyped] = useState(empty);
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const type = (key: keyof Typed) => (value: string) => setTyped({ ...typed, [key]: value });
  const seat = async () => {
    if (typed.nameFr.trim() === '' || typed.nameAr.trim() === '') return setFault(text('office.members.names-needed'));
    if ((await attempt('commissions.seat-member', toInput(commission, typed))) === undefined) return;
    onDone();
    onClose();
  };
  return (
    <AskDialog
      title={<Words k="office.members.seat-one" />}
      does={<Words k="office.members.seat-now" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void seat()}
    >
      <MandateFields typed={typed} type={type} />
    </AskDialog>
  );
}

type FieldsProps = { readonly typed: Typed; readonly type: (key: keyof Typed) => (value: string) => void };

function MandateFields({ typed, type }: FieldsProps) {
  return (
    <>
      <div className="filters">
        <Choice
          label="institution"
          prefix="commissions.institution"
          options={institutions}
          value={typed.institution}
          onValue={type('institution')}
        />
        <Choice label="seat" prefix="office.members.seat" options={seats} value={typed.seat} onValue={type('seat')} />
        <Field
          label={<Words k="office.members.from" />}
          value={typed.from}
          onChange={type('from')}
          input={{ type: 'date' }}
          isOptional
        />
      </div>
      <Field label={<Words k="office.members.name-fr" />} value={typed.nameFr} onChange={type('nameFr')} input={{ dir: 'ltr' }} />
      <Field label={<Words k="office.members.name-ar" />} value={typed.nameAr} onChange={type('nameAr')} input={{ dir: 'rtl' }} />
      <Field
        label={<Words k="office.members.login" />}
        hint={<Words k="office.members.login-hint" />}
        value={typed.login}
        onChange={type('login')}
        input={{ dir: 'ltr', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false }}
        isOptional
      />
      <Field
        label={<Words k="office.members.cnie" />}
        hint={<Words k="office.members.cnie-hint" />}
        value={typed.cnie}
        onChange={type('cnie')}
        input={{ dir: 'ltr', autoComplete: 'off' }}
        isOptional
      />
    </>
  );
}

function toInput(commission: Commission, { institution, seat, ...said }: Typed): Seat {
  const [nameFr, nameAr, login, cnie, from] = [
    said.nameFr,
    said.nameAr,
    said.login.toLowerCase(),
    said.cnie.toUpperCase(),
    said.from,
  ].map((text) => text.trim()) as [string, string, string, string, string];
  return {
    ...{ commission, institution, seat, nameFr, nameAr },
    ...(login ? { login } : {}),
    ...(cnie ? { cnie } : {}),
    ...(from ? { from } : {}),
  };
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly prefix: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly onValue: (value: T) => void;
};

function Choice<T extends string>({ label, prefix, options, value, onValue }: ChoiceProps<T>) {
  const id = useId();
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={`office.members.column.${label}`} />
      </label>
      <select id={id} value={value} onChange={(change) => onValue(change.target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {text(`${prefix}.${option}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
