import { type KeyboardEvent, useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Field } from '../../components/field.tsx';
import type { DialogProps } from './one-case.tsx';
import { isDay, todayAs } from './typed-day.ts';

const confirmReasons = ['insurer-confirmed', 'same-person', 'family-accepts', 'no-answer'] as const;
const dismissReasons = ['other-person', 'no-longer-covered', 'error-of-list', 'papers'] as const;

/** The family is asked: nothing to fill in, only what it means. */
export function ExamineDialog({ found, onClose, onDone }: DialogProps) {
  const { attempt, isBusy, fault } = useAttempt();
  const examine = async () => {
    if (await attempt('coverage.examine-case', { case: found.id })) onDone('examine');
  };
  return (
    <AskDialog
      title={<Words k="office.double-cover.examine" />}
      does={<Words k="office.double-cover.examine" />}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void examine()}
      onClose={onClose}
      isConfirming
    >
      <p>
        <Words k="office.double-cover.examine-means" />
      </p>
    </AskDialog>
  );
}

/** Found against the family: why, and from which day the other scheme stands. */
export function ConfirmDialog({ found, onClose, onDone }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState<(typeof confirmReasons)[number] | undefined>(
    found.answer === 'accepts' ? 'family-accepts' : undefined,
  );
  const [from, setFrom] = useState(todayAs());
  const [note, setNote] = useState('');
  const confirm = async () => {
    if (reason === undefined) return setFault(text('office.double-cover.why-missing'));
    if (!isDay(from)) return setFault(text('office.double-cover.day-wrong'));
    if (await attempt('coverage.confirm-case', { case: found.id, from, reason, ...said(note) })) onDone('confirm');
  };
  return (
    <AskDialog
      title={<Words k="office.double-cover.confirm" />}
      does={<Words k="office.double-cover.confirm" />}
      look="danger"
      isBusy={isBusy}
      fault={fault}
      onDo={() => void confirm()}
      onClose={onClose}
    >
      <p>
        <Words k="office.double-cover.confirm-means" />
      </p>
      <Choices legend="why" words="reason" choices={confirmReasons} chosen={reason} onChoice={setReason} />
      <DayField from={from} onFrom={setFrom} />
      <NoteField note={note} onNote={setNote} />
    </AskDialog>
  );
}

/** Set aside, for the family: why. */
export function DismissDialog({ found, onClose, onDone }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState<(typeof dismissReasons)[number]>();
  const [note, setNote] = useState('');
  const dismiss = async () => {
    if (reason === undefined) return setFault(text('office.double-cover.why-missing'));
    if (await attempt('coverage.dismiss-case', { case: found.id, reason, ...said(note) })) onDone('dismiss');
  };
  return (
    <AskDialog
      title={<Words k="office.double-cover.dismiss" />}
      does={<Words k="office.double-cover.dismiss" />}
      isBusy={isBusy}
      fault={fault}
      onDo={() => void dismiss()}
      onClose={onClose}
    >
      <p>
        <Words k="office.double-cover.dismiss-means" />
      </p>
      <Choices legend="why" words="reason" choices={dismissReasons} chosen={reason} onChoice={setReason} />
      <NoteField note={note} onNote={setNote} />
    </AskDialog>
  );
}

const said = (note: string) => (note.trim() === '' ? {} : { note: note.trim() });

export function DayField({ from, onFrom }: { readonly from: string; readonly onFrom: (from: string) => void }) {
  return <Field label={<Words k="office.double-cover.from" />} value={from} onChange={onFrom} input={{ type: 'date' }} />;
}

function NoteField({ note, onNote }: { readonly note: string; readonly onNote: (note: string) => void }) {
  return (
    <Field
      label={<Words k="office.double-cover.note" />}
      isOptional
      value={note}
      onChange={onNote}
      input={{ maxLength: 500, dir: 'auto', autoComplete: 'off' }}
    />
  );
}

type ChoicesProps<Choice extends string> = {
  readonly legend: string;
  readonly words: string;
  readonly choices: readonly Choice[];
  /** None at first where it is somebody's to decide. */
  readonly chosen: Choice | undefined;
  readonly onChoice: (choice: Choice) => void;
};

/** A figure chooses, the arrows go from one to the next. */
export function Choices<Choice extends string>({ legend, words, choices, chosen, onChoice }: ChoicesProps<Choice>) {
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const choice = choices[Number(event.key) - 1];
    if (choice === undefined) return;
    onChoice(choice);
    event.currentTarget.querySelectorAll('input')[choices.indexOf(choice)]?.focus();
  };
  return (
    <fieldset className="choices" onKeyDown={press}>
      <legend>
        <Words k={`office.double-cover.${legend}`} />
      </legend>
      {choices.map((one, at) => (
        <label key={one}>
          <input type="radio" name={legend} checked={one === chosen} onChange={() => onChoice(one)} />{' '}
          <kbd dir="ltr">{at + 1}</kbd> <Words k={`office.double-cover.${words}.${one}`} />
        </label>
      ))}
    </fieldset>
  );
}
