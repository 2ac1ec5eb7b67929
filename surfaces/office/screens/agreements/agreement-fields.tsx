import { type InputHTMLAttributes, useEffect, useId, useRef } from 'react';
import { useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import type { TypedAgreement } from './make-form.tsx';

const statuses = ['official', 'unverified', 'illustrative'] as const;
const ways = ['registration', 'receipt', 'card', 'code', 'snapshot'] as const satisfies TypedAgreement['mayAskBy'];
const told = [
  'period',
  'reason',
  'next',
  'category',
  'registration',
  'due',
  'persons',
] as const satisfies TypedAgreement['fields'];

type FieldsProps = { readonly typed: TypedAgreement; readonly onType: (changed: Partial<TypedAgreement>) => void };
type TextKey = { [K in keyof TypedAgreement]: TypedAgreement[K] extends string ? K : never }[keyof TypedAgreement];

/** What an agreement says, from who asks to how much is told. */
export function AgreementFields({ typed, onType }: FieldsProps) {
  const own = { typed, onType };
  return (
    <>
      <Line {...own} of="partner" hint input={{ dir: 'ltr', autoCapitalize: 'none', spellCheck: false, maxLength: 40 }} isFirst />
      <div className="agreement-pair">
        <Line {...own} of="nameFr" input={{ dir: 'ltr', lang: 'fr', maxLength: 200 }} />
        <Line {...own} of="nameAr" input={{ dir: 'rtl', lang: 'ar', maxLength: 200 }} />
        <Line {...own} of="purposeFr" input={{ dir: 'ltr', lang: 'fr', maxLength: 200 }} />
        <Line {...own} of="purposeAr" input={{ dir: 'rtl', lang: 'ar', maxLength: 200 }} />
        <Line {...own} of="legalBasis" input={{ dir: 'auto', maxLength: 400 }} />
        <Status {...own} />
      </div>
      <Ticks
        legend="ways"
        words="office.agreements.way"
        options={ways}
        ticked={typed.mayAskBy}
        onTicked={(mayAskBy) => onType({ mayAskBy })}
      />
      <Ticks
        legend="fields"
        words="office.agreements.field"
        options={told}
        ticked={typed.fields}
        onTicked={(fields) => onType({ fields })}
      />
      <div className="filters">
        <Line {...own} of="perMinute" input={{ dir: 'ltr', inputMode: 'numeric', maxLength: 5 }} />
        <Line {...own} of="from" input={{ type: 'date' }} />
        <Line {...own} of="to" input={{ type: 'date' }} isOptional />
      </div>
    </>
  );
}

type LineProps = FieldsProps & {
  readonly of: TextKey;
  readonly input: InputHTMLAttributes<HTMLInputElement>;
  readonly hint?: boolean;
  readonly isOptional?: boolean;
  readonly isFirst?: boolean;
};

function Line({ typed, onType, of, input, hint = false, isOptional = false, isFirst = false }: LineProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => (isFirst ? field.current?.focus() : undefined), [isFirst]);
  return (
    <Field
      label={<Words k={`office.agreements.say.${of}`} />}
      value={typed[of]}
      onChange={(value) => onType({ [of]: value })}
      isOptional={isOptional}
      inputRef={field}
      input={{ autoComplete: 'off', required: !isOptional, ...input }}
      {...(hint ? { hint: <Words k={`office.agreements.hint.${of}`} /> } : {})}
    />
  );
}

function Status({ typed, onType }: FieldsProps) {
  const text = useText();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k="office.agreements.say.legalStatus" />
      </label>
      <select
        id={id}
        value={typed.legalStatus}
        onChange={({ target }) => onType({ legalStatus: target.value as TypedAgreement['legalStatus'] })}
      >
        {statuses.map((one) => (
          <option key={one} value={one}>
            {text(`office.agreements.status.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

type TicksProps<T extends string> = {
  readonly legend: string;
  readonly words: string;
  readonly options: readonly T[];
  readonly ticked: readonly T[];
  readonly onTicked: (ticked: T[]) => void;
};

function Ticks<T extends string>({ legend, words, options, ticked, onTicked }: TicksProps<T>) {
  return (
    <fieldset className="ticks">
      <legend>
        <Words k={`office.agreements.column.${legend}`} />
      </legend>
      {options.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={ticked.includes(one)}
            onChange={() => onTicked(ticked.includes(one) ? ticked.filter((other) => other !== one) : [...ticked, one])}
          />{' '}
          <Words k={`${words}.${one}`} />
        </label>
      ))}
    </fieldset>
  );
}
