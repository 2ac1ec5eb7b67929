import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import type { Done } from './pair-beside.tsx';

type TakeBackProps = { readonly pair: string; readonly onClose: () => void; readonly onDone: Done };

/** What was decided wrongly is taken back with its reason; it stays to be read. */
export function TakeBackDialog({ pair, onClose, onDone }: TakeBackProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState('');
  const takeBack = async () => {
    if (reason.trim().length < 3) return setFault(text('office.duplicates.reason-missing'));
    if (await attempt('registry.take-back-decisions', { pairs: [pair], reason: reason.trim() })) onDone('open');
  };
  return (
    <Dialog title={<Words k="office.duplicates.take-back" />} onClose={onClose}>
      <Field
        label={<Words k="office.duplicates.take-back-why" />}
        hint={<Words k="office.duplicates.take-back-means" />}
        value={reason}
        onChange={setReason}
        {...(fault === undefined ? {} : { fault })}
        input={{
          maxLength: 500,
          dir: 'auto',
          autoComplete: 'off',
          autoFocus: true,
          onKeyDown: ({ key }) => (key === 'Enter' ? void takeBack() : undefined),
        }}
      />
      <div className="buttons">
        <Button look="primary" keys="⏎" onPress={() => void takeBack()} isBusy={isBusy}>
          <Words k="office.duplicates.take-back" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.duplicates.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}
