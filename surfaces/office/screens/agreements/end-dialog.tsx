import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';

type EndProps = { readonly agreement: string; readonly onDone: () => void; readonly onLeave: () => void };

/** An agreement is ended with its reason, at once or on a last day. */
export function EndDialog({ agreement, onDone, onLeave }: EndProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState('');
  const [lastDay, setLastDay] = useState('');
  const end = async () => {
    if (reason.trim().length < 3) return setFault(text('office.agreements.reason-missing'));
    const input = { agreement, reason: reason.trim(), ...(lastDay === '' ? {} : { lastDay }) };
    if (await attempt('exchange.end-agreement', input)) onDone();
  };
  return (
    <AskDialog
      title={<Words k="office.agreements.end" />}
      does={<Words k="office.agreements.end" />}
      look="danger"
      {...{ isBusy, fault }}
      onDo={() => void end()}
      onClose={onLeave}
    >
      <p>
        <Words k="office.agreements.end-means" />
      </p>
      <Field
        label={<Words k="office.agreements.why" />}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 300, dir: 'auto', autoComplete: 'off', required: true }}
      />
      <Field
        label={<Words k="office.agreements.last-day" />}
        hint={<Words k="office.agreements.at-once" />}
        isOptional
        value={lastDay}
        onChange={setLastDay}
        input={{ type: 'date' }}
      />
    </AskDialog>
  );
}
