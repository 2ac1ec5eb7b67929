import { formatGrouped } from '#platform/numbers';
import { useAttempt } from '../../client/use-attempt.ts';
import { Words } from '../../client/words.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { TwoFamilies } from './two-families.tsx';

type StayProps = {
  readonly found: TwoFamilies;
  readonly kept: 'one' | 'other';
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** In which family somebody stays; what it does to the other one is said before it is done. */
export function StayDialog({ found, kept, onClose, onDone }: StayProps) {
  const { attempt, isBusy, fault } = useAttempt();
  const [stays, ends] = kept === 'one' ? [found.one, found.other] : [found.other, found.one];
  return (
    <ReasonDialog
      title={<Words k="office.duplicates.two.keep" facts={{ number: formatGrouped(stays.registration) }} />}
      means={<Words k="office.duplicates.two.keep-means" facts={{ number: formatGrouped(ends.registration) }} />}
      button={<Words k="office.duplicates.two.keep-here" />}
      reasons={['papers', 'families', 'interview']}
      onDecide={async (said) => {
        const deed = { case: found.id, kept: stays.registration, ...said };
        if (await attempt('entitlements.settle-two-families', deed)) onDone();
      }}
      {...{ isBusy, fault, onClose }}
    />
  );
}
