import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { FaultLine } from './fault-line.tsx';
import { ReadCards } from './read-cards.tsx';
import { useScans } from './use-scans.ts';

type PaperProps = { readonly batch: string; readonly isTaken: boolean; readonly onEnd: (said: string) => void };

/** The maker answers by itself; what it said on paper instead is kept here: that it took the batch, or that it made it but for these cards. */
export function MakerOnPaper({ batch, isTaken, onEnd }: PaperProps) {
  const text = useText();
  const { attempt, fault, isBusy, setFault } = useAttempt();
  const [reference, setReference] = useState('');
  const scans = useScans(`maker/${batch}`);
  async function keep(says: 'taken' | 'made') {
    if (reference.trim() === '') return setFault(text('office.cards.reference-missing'));
    const rejected = scans.serials.map((serial) => ({ serial, reason: text('office.cards.not-made') }));
    const output = await attempt('cards.take-acknowledgement', { batch, reference, says, rejected });
    if (output === undefined) return;
    scans.forget();
    onEnd(text('office.cards.maker-kept', { cards: output.cards, rejected: output.rejected }));
  }
  return (
    <>
      <p role="status">
        <Words k={isTaken ? 'office.cards.maker-makes' : 'office.cards.maker-asked'} />
      </p>
      <ReadCards label={<Words k="office.cards.scan-not-made" />} scans={scans} />
      <Field
        label={<Words k="office.cards.reference" />}
        value={reference}
        onChange={setReference}
        input={{ dir: 'ltr', maxLength: 60 }}
      />
      <FaultLine fault={fault} />
      <div className="buttons">
        {isTaken ? null : (
          <Button isBusy={isBusy} onPress={() => void keep('taken')}>
            <Words k="office.cards.keep-taken" />
          </Button>
        )}
        <Button look="primary" isBusy={isBusy} onPress={() => void keep('made')}>
          <Words k="office.cards.keep-made" facts={{ rejected: scans.serials.length }} />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
    </>
  );
}
