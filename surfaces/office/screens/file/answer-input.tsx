import { useId } from 'react';
import { useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import type { AnswerRow } from './answer-rows.ts';

type InputProps = { readonly row: AnswerRow; readonly typed: string; readonly onType: (typed: string) => void };

/** Where the corrected answer is typed or chosen. */
export function AnswerInput({ row, typed, onType }: InputProps) {
  const id = useId();
  const text = useText();
  const { kind, set, options = ['yes', 'no'], script, label } = row;
  if (kind !== 'choice' && kind !== 'flag') {
    const direction = script === 'ar' ? { dir: 'rtl', lang: 'ar' } : { dir: 'ltr' };
    return (
      <Field
        label={<Words k={label} />}
        value={typed}
        onChange={onType}
        {...(kind === 'date' ? { hint: <Words k="office.file.date-hint" /> } : {})}
        input={{ autoComplete: 'off', maxLength: 200, ...direction }}
      />
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={label} />
      </label>
      <select id={id} value={typed} onChange={(change) => onType(change.target.value)}>
        <option value="">{text('office.file.no-answer')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {text(kind === 'flag' ? `applications.form.choice.${option}` : `applications.form.choice.${set}.${option}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
