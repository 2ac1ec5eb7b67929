import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Choices, DayField } from './decide-dialogs.tsx';
import type { DialogProps } from './one-case.tsx';
import { isDay, todayAs } from './typed-day.ts';

const schemes = ['ramed', 'other'] as const;

/** A settlement is taken back: why, in words that the family reads. */
export function UndoDialog({ found, onClose, onDone }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [words, setWords] = useState('');
  const undo = async () => {
    if (words.trim().length < 3) return setFault(text('office.double-cover.words-missing'));
    if (await attempt('coverage.undo-settlement', { case: found.id, words: words.trim() })) onDone('undo');
  };
  return (
    <AskDialog
      title={<Words k="office.double-cover.undo" />}
      does={<Words k="office.double-cover.undo" />}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void undo()}
      onClose={onClose}
    >
      <p>
        <Words k="office.double-cover.undo-means" />
      </p>
      <WordsField words={words} onWords={setWords} />
    </AskDialog>
  );
}

function WordsField({ words, onWords }: { readonly words: string; readonly onWords: (words: string) => void }) {
  return (
    <Field
      label={<Words k="office.double-cover.words" />}
      value={words}
      onChange={onWords}
      input={{ maxLength: 500, dir: 'auto', autoComplete: 'off' }}
    />
  );
}

/** What the family contests is settled by another hand: which scheme stands, from which day, and why, in words that the family reads. */
export function SettleDialog({ found, onClose, onDone }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [stands, setStands] = useState<(typeof schemes)[number]>();
  const [from, setFrom] = useState(todayAs());
  const [words, setWords] = useState('');
  const settle = async () => {
    if (stands === undefined) return setFault(text('office.double-cover.which-missing'));
    if (!isDay(from)) return setFault(text('office.double-cover.day-wrong'));
    if (words.trim().length < 3) return setFault(text('office.double-cover.words-missing'));
    if (await attempt('coverage.settle-case', { case: found.id, stands, from, words: words.trim() })) onDone('settle');
  };
  return (
    <AskDialog
      title={<Words k="office.double-cover.settle" />}
      does={<Words k="office.double-cover.settle" />}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void settle()}
      onClose={onClose}
    >
      <p>
        <Words k="office.double-cover.settle-means" />
      </p>
      <Choices legend="which" words="which" choices={schemes} chosen={stands} onChoice={setStands} />
      <DayField from={from} onFrom={setFrom} />
      <WordsField words={words} onWords={setWords} />
    </AskDialog>
  );
}
