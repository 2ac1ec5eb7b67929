import type { FormEvent, InputHTMLAttributes, ReactNode, Ref } from 'react';
import { useId, useState } from 'react';
import { useText, Words } from '../client/words.tsx';
import { DayInput } from './day-input.tsx';

export type FieldProps = {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong with it, in words; the field is then marked and described by it. */
  readonly fault?: ReactNode;
  readonly isOptional?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Of the type `date`: a day as people here type it, the day first; `value` is an ISO day, or nothing as long as none is whole. */
  readonly input?: Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'onInvalid' | 'id'>;
};

/**
 * A label, an input, its hint and its fault, bound to each other. What a form would be stopped for by the browser, in the browser's language,
 * is said here in the page's.
 */
export function Field({ label, value, onChange, hint, fault, isOptional = false, inputRef, input = {} }: FieldProps) {
  const id = useId();
  const text = useText();
  const [stopped, setStopped] = useState<'missing' | 'unreadable'>();
  const wrong = fault ?? (stopped && <Words k={`office.shell.field-${stopped}`} />);
  const described = [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-fault`].filter(Boolean).join(' ');
  const { type, ...rest } = input;
  const common = {
    ...rest,
    id,
    ref: inputRef,
    'aria-invalid': wrong !== undefined,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    onInvalid: (event: FormEvent<HTMLInputElement>) => setStopped(stopAt(event)),
  };
  const change = (typed: string) => {
    setStopped(undefined);
    onChange(typed);
  };
  return (
    <div className={wrong === undefined ? 'field' : 'field field-faulty'}>
      <label htmlFor={id}>
        {label}
        {isOptional ? <span className="optional"> {text('office.shell.optional')}</span> : null}
      </label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong === undefined ? null : (
        <p className="fault" id={`${id}-fault`}>
          {wrong}
        </p>
      )}
      {type === 'date' ? (
        <DayInput {...common} day={value} onDay={change} />
      ) : (
        <input {...common} type={type} value={value} onChange={({ target }) => change(target.value)} />
      )}
    </div>
  );
}

/** The browser says nothing itself; the first field that stops the form has the focus. */
function stopAt(event: FormEvent<HTMLInputElement>): 'missing' | 'unreadable' {
  event.preventDefault();
  const { form, validity } = event.currentTarget;
  form?.querySelector<HTMLElement>('input:invalid, select:invalid, textarea:invalid')?.focus();
  return validity.valueMissing ? 'missing' : 'unreadable';
}
