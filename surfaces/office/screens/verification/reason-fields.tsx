import { useId } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';

export type Reason = DeedInput<'applications.settle-differences'>['reason'];

export const settlingReasons: readonly Reason[] = [
  'paper-seen',
  'other-spelling',
  'slip-of-the-register',
  'other-person',
  'heard-citizen',
  'other',
];

type ReasonProps = {
  readonly reason: Reason | undefined;
  readonly note: string;
  readonly onReason: (reason: Reason) => void;
  readonly onNote: (note: string) => void;
};

/** On what an officer goes by, and what there is to add. */
export function ReasonFields({ reason, note, onReason, onNote }: ReasonProps) {
  const id = useId();
  const text = useText();
  return (
    <>
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.verification.reason" />
        </label>
        <select id={id} value={reason ?? ''} onChange={(change) => onReason(change.target.value as Reason)}>
          <option value="" disabled>
            {text('office.verification.choose-reason')}
          </option>
          {settlingReasons.map((one) => (
            <option key={one} value={one}>
              {text(`verifications.settled-by.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={<Words k="office.verification.note" />}
        value={note}
        onChange={onNote}
        isOptional
        input={{ maxLength: 500, autoComplete: 'off', dir: 'auto' }}
      />
    </>
  );
}
