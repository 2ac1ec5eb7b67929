import { useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { Room } from '../sittings/sitting-view.ts';

type SealProps = { readonly room: Room; readonly onClose: () => void; readonly onDone: () => void };

/** Sealing ends the sitting: it comes after everything of it that is kept on this computer, also when the line is away. */
export function SealDialog({ room: { sitting, counts }, onClose, onDone }: SealProps) {
  const { client } = useOffice();
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const seal = async () => {
    setBusy(true);
    try {
      const about = { label: text('office.minutes.seal-label', { number: sitting.number }), file: `sitting:${sitting.id}` };
      const done = await client.submit('commissions.seal-sitting', { sitting: sitting.id }, about);
      if (done.state === 'refused')
        return setFault(text(`${done.module}.refusal.${done.refusal.refused}`, { ...done.refusal.facts }));
      onDone();
      onClose();
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    } finally {
      setBusy(false);
    }
  };
  return (
    <AskDialog
      title={<Words k="office.minutes.seal" />}
      does={<Words k="office.minutes.seal-now" />}
      {...{ isBusy, fault, onClose }}
      isConfirming
      onDo={() => void seal()}
    >
      <p>
        <Words k="office.minutes.seal-means" facts={{ files: counts.files }} />
      </p>
    </AskDialog>
  );
}
