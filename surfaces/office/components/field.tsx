import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { useId } from 'react';
import { useText } from '../client/words.tsx';

export type FieldProps = {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong with it, in words; the field is then marked and described by it. */
  readonly fault?: ReactNode;
  readonly isOptional?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly input?: Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'id'>;
};

/** A label, a native input, its hint and its fault, bound to each other. */
export function Field({ label, value, onChange, hint, fault, isOptional = false, inputRef, input = {} }: FieldProps) {
  const id = useId();
  const text = useText();
  const described = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={fault === undefined ? 'field' : 'field field-faulty'}>
      <label htmlFor={id}>
        {label}
        {isOptional ? <span className="optional"> {text('office.shell.optional')}</span> : null}
      </label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <input
        {...input}
        id={id}
        ref={inputRef}
        value={value}
        onChange={(change) => onChange(change.target.value)}
        aria-invalid={fault !== undefined}
        {...(described === '' ? {} : { 'aria-describedby': described })}
      />
    </div>
  );
}
