import { useState } from 'react';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Button } from '../../components/button.tsx';
import type { StageProps } from './hearing.tsx';

/** Once every appeal is ruled on the sitting is sealed, for ever: it is asked for before, by the same key that opened the sitting. */
export function Sealing({ found: { sitting, decided, appeals }, onDone }: StageProps) {
  const isReady = decided >= appeals.length;
  const [asks, setAsks] = useState(false);
  useShortcut('sitting-close', () => setAsks(true), isReady);
  return (
    <div className="act">
      <Button look="primary" keys="Ctrl ⏎" isDisabled={!isReady} onPress={() => setAsks(true)}>
        <Words k="office.appeals.do.seal" />
      </Button>
      {asks ? <SealDialog sitting={sitting.id} appeals={appeals.length} onClose={() => setAsks(false)} onDone={onDone} /> : null}
    </div>
  );
}

type SealProps = {
  readonly sitting: string;
  readonly appeals: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function SealDialog({ sitting, appeals, onClose, onDone }: SealProps) {
  const { attempt, isBusy, fault } = useAttempt();
  const seal = async () => {
    if ((await attempt('commissions.seal-sitting', { sitting })) === undefined) return;
    onDone();
    onClose();
  };
  return (
    <AskDialog
      title={<Words k="office.appeals.do.seal" />}
      does={<Words k="office.minutes.seal-now" />}
      {...{ isBusy, fault, onClose }}
      isConfirming
      onDo={() => void seal()}
    >
      <p>
        <Words k="office.appeals.seal-means" facts={{ appeals }} />
      </p>
    </AskDialog>
  );
}
