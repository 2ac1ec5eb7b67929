import { useId, useState } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';

type Code = DeedInput<'entitlements.reject-families'>['code'];

const codes: readonly Code[] = [
  'data-error',
  'file-not-sent',
  'wrong-operation',
  'contribution-waiver',
  'national-card-of-another',
  'national-card-conflict',
];
/** As short as the deed takes it. */
const SHORTEST = 5;

type RejectProps = { readonly applications: readonly string[]; readonly onEnd: (rejected?: number) => void };

/** Files are sent back to the counter instead of being registered: under which code, and in words what is to be corrected. */
export function RejectDialog({ applications, onEnd }: RejectProps) {
  const text = useText();
  const id = useId();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [code, setCode] = useState<Code>('data-error');
  const [note, setNote] = useState('');
  const reject = async () => {
    if (note.trim().length < SHORTEST) return setFault(text('office.registration.reject-note-missing'));
    const done = await attempt('entitlements.reject-families', { applications: [...applications], code, note: note.trim() });
    if (done) onEnd(done.rejected.length);
  };
  return (
    <AskDialog
      title={<Words k="office.registration.reject" facts={{ families: applications.length }} />}
      does={<Words k="office.registration.reject-do" />}
      look="danger"
      isBusy={isBusy}
      fault={fault}
      onDo={() => void reject()}
      onClose={() => onEnd()}
    >
      <p>
        <Words k="office.registration.reject-means" />
      </p>
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.registration.column.why" />
        </label>
        <select id={id} value={code} onChange={({ target }) => setCode(target.value as Code)}>
          {codes.map((one) => (
            <option key={one} value={one}>
              {text(`entitlements.rejection.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={<Words k="office.registration.reject-note" />}
        value={note}
        onChange={setNote}
        input={{ maxLength: 500, dir: 'auto', autoComplete: 'off' }}
      />
    </AskDialog>
  );
}
