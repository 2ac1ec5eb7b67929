import { useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import type { Entry } from '../../offline/index.ts';

const SHORTEST_REASON = 3;

/** Taking something out of what is to be sent wants a reason: a family believes that it was done. */
export function WithdrawDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { kept } = useOffice();
  const [reason, setReason] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const withdraw = async () => {
    if (reason.trim().length < SHORTEST_REASON) return setFaulty(true);
    await kept.withdraw(entry.item.id, reason.trim());
    onClose();
  };
  return (
    <Dialog title={<Words k="office.outbox.withdraw-title" facts={{ label: entry.item.label }} />} onClose={onClose} isAlert>
      <p>
        <Words k="office.outbox.withdraw-means" />
      </p>
      <Field
        label={<Words k="office.outbox.reason" />}
        {...(isFaulty ? { fault: <Words k="office.outbox.reason-needed" /> } : {})}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 300, autoFocus: true, dir: 'auto' }}
      />
      <div className="buttons">
        <Button look="danger" onPress={() => void withdraw()}>
          <Words k="office.outbox.withdraw" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.outbox.keep" />
        </Button>
      </div>
    </Dialog>
  );
}
