import { useState } from 'react';
import { Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { AppealDialog } from './appeal-dialog.tsx';

type AdmitProps = {
  readonly appeal: { readonly id: string; readonly number: string };
  readonly passage: 'admit' | 'turn-down';
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Why an appeal will be heard or not, in words that its family reads. */
export function AdmitDialog({ appeal, passage, onClose, onDone }: AdmitProps) {
  const [reason, setReason] = useState('');
  const input = reason.trim() === '' ? undefined : { appeal: appeal.id, passage, reason };
  return (
    <AppealDialog
      deed="commissions.examine-appeal"
      name={passage}
      input={input}
      isFinal={passage === 'turn-down'}
      onClose={onClose}
      onDone={onDone}
    >
      <Field
        label={<Words k="office.appeals.reason" />}
        hint={<Words k="office.appeals.reason-hint" />}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 1000, dir: 'auto', autoComplete: 'off' }}
      />
    </AppealDialog>
  );
}
