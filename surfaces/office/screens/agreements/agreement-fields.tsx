import { type InputHTMLAttributes, useEffect, useId, useRef } from 'react';
import { useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import type { Missing, TypedAgreement } from './make-form.tsx';

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

type FieldsProps = {
  readonly typed: TypedAgreement;
  /** What is still to be said, told at its own field, which has the focus. */
  readonly missing: Missing | undefined;
  readonly onType: (changed: Partial<TypedAgreement>) => void;
};
type TextKey = { [K in keyof TypedAgreement]: TypedAgreement[K] extends string ? K : never }[keyof TypedAgreement];

/** What an agreement says, from who asks to how much is told. */
export function AgreementFields({ typed, missing, onType }: FieldsProps) {
  const own = { typed, missing, onType };
  return (
    <>
      <Line {...own} of="partner" hint input={{ dir: 'ltr', autoCapitalize: 'none', spellCheck: false, maxLength: 40 }} isFirst />
      <div className="agreement-pair">
        <Line {...own} of="nameFr" input={{ dir: 'ltr', lang: 'fr', maxLength: 200 }} />
        <Line {...own} of="nameAr" input={{ dir: 'rtl', lang: 'ar', maxLength: 200 }} />
        <Line {...own} of="purposeFr" input={{ dir: 'ltr', lang: 'fr', maxLength: 200 }} />
        <Line {...own} of="purposeAr" input={{ dir: 'rtl', lang: 'ar', maxLength: 200 }} />
        <Line {...own} of="legalBasis" input={{ dir: 'auto', maxLength: 400 }} />
        <Status typed={typed} onType={onType} />
      </div>
      <Ticks
        legend="ways"
        words="office.agreements.way"
        options={ways}
        ticked={typed.mayAskBy}
        onTicked={(mayAskBy) => onType({ mayAskBy })}
        missing={missing?.of === 'mayAskBy' ? missing : undefined}
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

function Line({ typed, missing, onType, of, input, hint = false, isOptional = false, isFirst = false }: LineProps) {
  const field = useRef<HTMLInputElement>(null);
  const own = missing?.of === of ? missing : undefined;
  useEffect(() => (isFirst || own ? field.current?.focus() : undefined), [isFirst, own]);
  return (
    <Field
      label={<Words k={`office.agreements.say.${of}`} />}
      value={typed[of]}
      onChange={(value) => onType({ [of]: value })}
      isOptional={isOptional}
      inputRef={field}
      input={{ autoComplete: 'off', required: !isOptional, ...input }}
      {...(own ? { fault: <Words k={`office.agreements.missing.${own.says}`} /> } : {})}
      {...(hint ? { hint: <Words k={`office.agreements.hint.${of}`} /> } : {})}
    />
  );
}

function Status({ typed, onType }: Pick<FieldsProps, 'typed' | 'onType'>) {
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
  readonly missing?: Missing | undefined;
};

function Ticks<T extends string>({ legend, words, options, ticked, onTicked, missing }: TicksProps<T>) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => (missing ? first.current?.focus() : undefined), [missing]);
  return (
    <fieldset className="ticks">
      <legend>
        <Words k={`office.agreements.column.${legend}`} />
      </legend>
      {missing === undefined ? null : (
        <p className="fault" role="alert">
          <Words k={`office.agreements.missing.${missing.says}`} />
        </p>
      )}
      {options.map((one, at) => (
        <label key={one}>
          <input
            ref={at === 0 ? first : undefined}
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
