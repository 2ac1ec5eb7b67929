import { useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { Verdict } from './judging.ts';
import { type Reason, ReasonFields } from './reason-fields.tsx';
import type { Fate } from './use-settling.ts';

type DialogProps = { readonly files: readonly string[]; readonly onClose: () => void; readonly onDone: (fate: Fate) => void };

/** One verdict and one reason for every difference of several files. */
export function SeveralDialog({ files, onClose, onDone }: DialogProps) {
  const { client } = useOffice();
  const text = useText();
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string>();
  const settle = async (verdict: Verdict) => {
    if (reason === undefined) return setFault(text('office.verification.choose-reason'));
    const input = { applications: [...files], verdict, reason, ...(note.trim() === '' ? {} : { note }) };
    const label = text('office.verification.several', { files: files.length });
    try {
      const done = await client.submit('applications.settle-several', input, { label });
      if (done.state === 'refused') return setFault(text(`${done.module}.refusal.${done.refusal.refused}`));
      if (done.state === 'waiting') return onDone({ files, key: 'several-waiting', facts: { files: files.length } });
      const { settled, left } = done.output;
      onDone({ files, key: 'several', facts: { files: settled.length, left: left.length } });
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    }
  };
  return (
    <Dialog title={<Words k="office.verification.several" facts={{ files: files.length }} />} onClose={onClose}>
      <ReasonFields reason={reason} note={note} onReason={setReason} onNote={setNote} />
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" onPress={() => void settle('same-person')}>
          <Words k="verifications.verdict.same-person" />
        </Button>
        <Button onPress={() => void settle('not-the-same')}>
          <Words k="verifications.verdict.not-the-same" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.verification.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}
