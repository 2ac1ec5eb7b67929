import { type KeyboardEvent, useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import type { Done, OnePair } from './pair-beside.tsx';
import { Reasons } from './reasons.tsx';

const reasons = ['papers', 'families', 'interview', 'evident'] as const;
type Reason = (typeof reasons)[number];

type DecideProps = {
  readonly pair: OnePair;
  readonly decision: 'same' | 'different';
  readonly onClose: () => void;
  readonly onDone: Done;
};

/** A decision is taken with what was looked at: a figure chooses it, Enter decides. */
export function DecideDialog({ pair, decision, onClose, onDone }: DecideProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState<Reason>('papers');
  const [note, setNote] = useState('');
  const decide = async () => {
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const done = await attempt('registry.decide-duplicates', { decisions: [{ pair: pair.id, decision, reason, ...said }] });
    const [left] = done?.left ?? [];
    if (left) return setFault(text(`office.duplicates.left.${left.because}`));
    if (done) onDone(decision);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void decide();
  };
  return (
    <Dialog title={<Words k={`office.duplicates.${decision}`} />} onClose={onClose}>
      <p>
        <Words k={`office.duplicates.means.${decision}`} />
      </p>
      <Reasons reasons={reasons} reason={reason} onReason={setReason} onPress={press} />
      <Field
        label={<Words k="office.duplicates.note" />}
        isOptional
        value={note}
        onChange={setNote}
        {...(fault === undefined ? {} : { fault })}
        input={{ maxLength: 500, dir: 'auto', autoComplete: 'off', onKeyDown: press }}
      />
      <div className="buttons">
        <Button look="primary" keys="⏎" onPress={() => void decide()} isBusy={isBusy}>
          <Words k="office.duplicates.decide" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.duplicates.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}
