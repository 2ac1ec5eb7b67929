import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import type { Done, OnePair } from './pair-beside.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

type DecideProps = {
  readonly pair: OnePair;
  readonly decision: 'same' | 'different';
  readonly onClose: () => void;
  readonly onDone: Done;
};

/** Whether two persons are one. A pair that somebody else has decided meanwhile is said to be so. */
export function DecideDialog({ pair, decision, onClose, onDone }: DecideProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  return (
    <ReasonDialog
      title={<Words k={`office.duplicates.${decision}`} />}
      means={<Words k={`office.duplicates.means.${decision}`} />}
      button={<Words k="office.duplicates.decide" />}
      reasons={['papers', 'families', 'interview', 'evident']}
      onDecide={async (said) => {
        const done = await attempt('registry.decide-duplicates', { decisions: [{ pair: pair.id, decision, ...said }] });
        const [left] = done?.left ?? [];
        if (left) return setFault(text(`office.duplicates.left.${left.because}`));
        if (done) onDone(decision);
      }}
      {...{ isBusy, fault, onClose }}
    />
  );
}
