import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { Choice } from './choice.tsx';
import type { Difference } from './difference-row.tsx';

type SettleProps = { readonly difference: Difference; readonly onEnd: (said?: string) => void };

/** Whoever has looked says how it ended, in one of the ways there are, and in words. */
export function SettleDialog({ difference: { id, serial, kind, sayable }, onEnd }: SettleProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [as, setAs] = useState(sayable[0] ?? 'not-there');
  const [note, setNote] = useState('');
  async function settle() {
    if (note.trim() === '') return setFault(text('office.cards.reason-missing'));
    if (await attempt('cards.settle-difference', { difference: id, as, note }))
      onEnd(text('office.cards.difference-settled', { serial }));
  }
  return (
    <AskDialog
      title={<Words k="office.cards.settle-title" />}
      does={<Words k="office.cards.settle" />}
      {...{ isBusy, fault }}
      onDo={() => void settle()}
      onClose={() => onEnd()}
    >
      <p>
        <NumberOf number={serial} /> · <Words k={`office.cards.difference.${kind}`} />
      </p>
      <Choice k="settling" value={as} of={sayable} onChange={setAs} />
      <Field label={<Words k="office.cards.what-happened" />} value={note} onChange={setNote} input={{ maxLength: 500 }} />
    </AskDialog>
  );
}
