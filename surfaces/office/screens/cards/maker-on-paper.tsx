import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { FaultLine } from './fault-line.tsx';
import { ScanField } from './scan-field.tsx';

type PaperProps = { readonly batch: string; readonly isTaken: boolean; readonly onEnd: (said: string) => void };

/** The maker answers by itself; what it said on paper instead is kept here: that it took the batch, or that it made it but for these cards. */
export function MakerOnPaper({ batch, isTaken, onEnd }: PaperProps) {
  const text = useText();
  const { attempt, fault, isBusy, setFault } = useAttempt();
  const [reference, setReference] = useState('');
  const [spoilt, setSpoilt] = useState<readonly string[]>([]);
  async function keep(says: 'taken' | 'made') {
    if (reference.trim() === '') return setFault(text('office.cards.reference-missing'));
    const rejected = spoilt.map((serial) => ({ serial, reason: text('office.cards.not-made') }));
    const output = await attempt('cards.take-acknowledgement', { batch, reference, says, rejected });
    if (output) onEnd(text('office.cards.maker-kept', { cards: output.cards, rejected: output.rejected }));
  }
  return (
    <>
      <p role="status">
        <Words k={isTaken ? 'office.cards.maker-makes' : 'office.cards.maker-asked'} />
      </p>
      <ScanField
        label={<Words k="office.cards.scan-not-made" />}
        kinds={['card']}
        onCode={({ number }) => setSpoilt((before) => [...new Set([...before, number])])}
      />
      {spoilt.length === 0 ? null : (
        <ul>
          {spoilt.map((serial) => (
            <li key={serial}>
              <NumberOf number={serial} />
            </li>
          ))}
        </ul>
      )}
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
          <Words k="office.cards.keep-made" facts={{ rejected: spoilt.length }} />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
    </>
  );
}
