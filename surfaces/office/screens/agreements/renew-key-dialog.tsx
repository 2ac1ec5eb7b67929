import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';
import { drawKey } from './new-key.ts';

type RenewProps = { readonly agreement: string; readonly onDone: (key: string) => void; readonly onLeave: () => void };

/** Another key, drawn on this computer; the one before ends at once, or after a last day within a month. */
export function RenewKeyDialog({ agreement, onDone, onLeave }: RenewProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState('');
  const [oldUntil, setOldUntil] = useState('');
  const renew = async () => {
    if (reason.trim().length < 3) return setFault(text('office.agreements.reason-missing'));
    const { key, digest } = await drawKey();
    const input = { agreement, keyDigest: digest, reason: reason.trim(), ...(oldUntil === '' ? {} : { oldUntil }) };
    if (await attempt('exchange.renew-key', input)) onDone(key);
  };
  return (
    <AskDialog
      title={<Words k="office.agreements.renew" />}
      does={<Words k="office.agreements.renew" />}
      {...{ isBusy, fault }}
      onDo={() => void renew()}
      onClose={onLeave}
    >
      <Field
        label={<Words k="office.agreements.why" />}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 300, dir: 'auto', autoComplete: 'off', required: true }}
      />
      <Field
        label={<Words k="office.agreements.old-until" />}
        hint={<Words k="office.agreements.old-at-once" />}
        isOptional
        value={oldUntil}
        onChange={setOldUntil}
        input={{ type: 'date' }}
      />
    </AskDialog>
  );
}
