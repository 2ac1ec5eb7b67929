import { useId, useState } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { calledIn } from '../../client/names.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import type { Decision } from './to-validate.ts';

type Reason = DeedInput<'commissions.return-files'>['reason'];
const reasons: readonly Reason[] = [
  'reason-unclear',
  'rule-misapplied',
  'papers-missing',
  'new-fact',
  'household-to-check',
  'minutes-irregular',
];

type ReturnProps = {
  readonly sitting: string;
  readonly decision: Decision;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Sends one file back to its commission with a reason and what is to be looked at again; the others are not held by it. */
export function ReturnDialog({ sitting, decision, onClose, onDone }: ReturnProps) {
  const { language } = useSpeech();
  const text = useText();
  const [reason, setReason] = useState<Reason>();
  const [words, setWords] = useState('');
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const id = useId();
  const send = async () => {
    if (reason === undefined || words.trim() === '') return setFault(text('office.validation.say-why'));
    const done = await attempt('commissions.return-files', {
      ...{ sitting, applications: [decision.application], reason, words: words.trim() },
    });
    if (done === undefined) return;
    onDone();
    onClose();
  };
  return (
    <AskDialog
      title={<Words k="office.validation.return-of" facts={{ name: calledIn(language, decision.names) }} />}
      does={<Words k="office.validation.return" />}
      look="danger"
      {...{ isBusy, fault, onClose }}
      onDo={() => void send()}
    >
      <fieldset className="choices">
        <legend>
          <Words k="office.validation.why-return" />
        </legend>
        {reasons.map((one) => (
          <label key={one}>
            <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />{' '}
            <Words k={`commissions.return-reason.${one}`} />
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.validation.words" />
        </label>
        <textarea id={id} rows={3} dir="auto" value={words} onChange={(change) => setWords(change.target.value)} />
      </div>
    </AskDialog>
  );
}
