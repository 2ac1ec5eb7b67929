import { useState } from 'react';
import { useOffice } from '../client/office-context.tsx';
import { Words } from '../client/words.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';

type LeaveProps = {
  readonly unsent: number;
  readonly onClose: () => void;
  readonly onLock: () => void;
  /** Everything is sent in the meantime. */
  readonly onLeave: () => void;
};

/** Whoever leaves while something waits to be sent hears how many, and may send or lock; nobody signs out of it. */
export function LeaveDialog({ unsent, onClose, onLock, onLeave }: LeaveProps) {
  const { kept } = useOffice();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    await kept.sendNow();
    setBusy(false);
    if ((await kept.view()).counts.unsent === 0) onLeave();
  };
  return (
    <Dialog title={<Words k="office.line.leave-title" facts={{ count: unsent }} />} onClose={onClose} isAlert>
      <p>
        <Words k="office.line.leave-why" />
      </p>
      <div className="buttons">
        <Button look="primary" isBusy={isBusy} onPress={() => void send()}>
          <Words k="office.line.send-now" />
        </Button>
        <Button onPress={onLock}>
          <Words k="office.line.lock" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.line.stay" />
        </Button>
      </div>
    </Dialog>
  );
}
