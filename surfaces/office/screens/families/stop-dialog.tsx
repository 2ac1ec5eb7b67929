import { useId, useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';

export type Stop = 'suspend' | 'resume' | 'close';
type StopProps = { readonly stop: Stop; readonly registration: string; readonly onEnd: (said?: string) => void };

const reasons = {
  suspend: ['papers-doubted', 'double-cover', 'abuse-suspected', 'family-asked'],
  close: ['family-asked', 'double-cover', 'death', 'false-declaration', 'decision'],
} as const;

/** Rights are stopped, given back or closed with the reason that the family will read, and a remark for the file. */
export function StopDialog({ stop, registration, onEnd }: StopProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState<string>(stop === 'resume' ? '' : reasons[stop][0]);
  const [note, setNote] = useState('');
  const send = () => {
    const own = { registration, note: note.trim() };
    if (stop === 'resume') return attempt('entitlements.end-suspension', own);
    if (stop === 'suspend')
      return attempt('entitlements.suspend-right', { ...own, reason: reason as (typeof reasons.suspend)[number] });
    return attempt('entitlements.close-right', { ...own, reason: reason as (typeof reasons.close)[number] });
  };
  const decide = async () => {
    if (note.trim() === '') return setFault(text('office.families.reason-missing'));
    if (await send()) onEnd(stop);
  };
  return (
    <AskDialog
      title={<Words k={`office.families.stop.${stop}`} />}
      does={<Words k={`office.families.stop.${stop}`} />}
      look={stop === 'close' ? 'danger' : 'primary'}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void decide()}
      onClose={() => onEnd()}
    >
      <p>
        <Words k={`office.families.means.${stop}`} />
      </p>
      {stop === 'resume' ? null : <Reason stop={stop} reason={reason} onReason={setReason} />}
      <Field
        label={<Words k="office.families.why" />}
        value={note}
        onChange={setNote}
        input={{ maxLength: 500, dir: 'auto', autoComplete: 'off' }}
      />
    </AskDialog>
  );
}

type ReasonProps = { readonly stop: keyof typeof reasons; readonly reason: string; readonly onReason: (reason: string) => void };

function Reason({ stop, reason, onReason }: ReasonProps) {
  const text = useText();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k="office.families.told-reason" />
      </label>
      <select id={id} value={reason} onChange={(change) => onReason(change.target.value)}>
        {reasons[stop].map((one) => (
          <option key={one} value={one}>
            {text(`entitlements.reason.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
