import { useAttempt } from '../../client/use-attempt.ts';
import { Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { progressOf, type ToValidate } from './to-validate.ts';

type ReleaseProps = { readonly whole: ToValidate; readonly onClose: () => void; readonly onDone: () => void };

/** Releases what was not returned: admitted families go on to registration, refused ones are told. */
export function ReleaseDialog({ whole, onClose, onDone }: ReleaseProps) {
  const progress = progressOf(whole);
  const { attempt, isBusy, fault } = useAttempt();
  const release = async () => {
    const done = await attempt('commissions.validate-sittings', { sittings: [whole.sitting.id] });
    if (done !== undefined) onDone();
  };
  return (
    <AskDialog
      title={<Words k="office.validation.release" facts={{ files: progress.released }} />}
      does={<Words k="office.validation.release-now" />}
      {...{ isBusy, fault, onClose }}
      isConfirming
      onDo={() => void release()}
    >
      <p>
        <Words k="office.validation.release-means" facts={progress} />
      </p>
      {progress.looked < progress.sample ? (
        <p className="kept">
          <Words k="office.validation.sample-left" facts={{ left: progress.sample - progress.looked }} />
        </p>
      ) : null}
    </AskDialog>
  );
}
