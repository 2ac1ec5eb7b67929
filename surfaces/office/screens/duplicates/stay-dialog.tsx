import { useState } from 'react';
import { formatGrouped } from '#platform/numbers';
import { useAttempt } from '../../client/use-attempt.ts';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Reasons } from './reasons.tsx';
import type { TwoFamilies } from './two-families.tsx';

const reasons = ['papers', 'families', 'interview'] as const;
type StayProps = {
  readonly found: TwoFamilies;
  readonly kept: 'one' | 'other';
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** In which family somebody stays is said with what was looked at, and with what it does to the other one before it is done. */
export function StayDialog({ found, kept, onClose, onDone }: StayProps) {
  const { attempt, isBusy, fault } = useAttempt();
  const [reason, setReason] = useState<(typeof reasons)[number]>('papers');
  const [note, setNote] = useState('');
  const [stays, ends] = kept === 'one' ? [found.one, found.other] : [found.other, found.one];
  const settle = async () => {
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const done = await attempt('entitlements.settle-two-families', { case: found.id, kept: stays.registration, reason, ...said });
    if (done) onDone();
  };
  const press = (event: { readonly key: string; preventDefault(): void }) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void settle();
  };
  return (
    <Dialog
      title={<Words k="office.duplicates.two.keep" facts={{ number: formatGrouped(stays.registration) }} />}
      onClose={onClose}
    >
      <p>
        <Words k="office.duplicates.two.keep-means" facts={{ number: formatGrouped(ends.registration) }} />
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
        <Button look="primary" keys="⏎" onPress={() => void settle()} isBusy={isBusy}>
          <Words k="office.duplicates.two.keep-here" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.duplicates.cancel" />
        </Button>
      </div>
    </Dialog>
  );
}
