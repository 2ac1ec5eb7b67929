import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Reasons } from './reasons.tsx';

type ReasonDialogProps<R extends string> = {
  readonly title: ReactNode;
  /** What the decision does, before it is taken. */
  readonly means: ReactNode;
  readonly button: ReactNode;
  /** What was looked at; the first stands chosen. */
  readonly reasons: readonly [R, ...R[]];
  readonly isBusy: boolean;
  readonly fault: string | undefined;
  readonly onDecide: (said: { readonly reason: R; readonly note?: string }) => void;
  readonly onClose: () => void;
};

/** A decision about who is who is taken with what was looked at: a figure chooses it, Enter decides. */
export function ReasonDialog<R extends string>(props: ReasonDialogProps<R>) {
  const { title, means, button, reasons, isBusy, fault, onDecide, onClose } = props;
  const [reason, setReason] = useState<R>(reasons[0]);
  const [note, setNote] = useState('');
  const decide = () => onDecide(note.trim() === '' ? { reason } : { reason, note: note.trim() });
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    decide();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{means}</p>
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
        <Button look="primary" keys="⏎" onPress={decide} isBusy={isBusy}>
          {button}
        </Button>
        <Button onPress={onClose}>
          <Words k="office.duplicates.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}
