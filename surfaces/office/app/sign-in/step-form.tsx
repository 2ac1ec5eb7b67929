import { type FormEvent, type ReactNode, useState } from 'react';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { wordsOfFailure } from '../../components/states.tsx';

type StepFormProps = {
  readonly children: ReactNode;
  /** The message on the button. */
  readonly deed: string;
  readonly onSubmit: () => Promise<void>;
  /** A failure that is no fault, since the next question answers it. */
  readonly isExpected?: (failure: Error) => boolean;
};

/** One step of the door: its fields, its button, and why it did not open. */
export function StepForm({ children, deed, onSubmit, isExpected = () => false }: StepFormProps) {
  const [failure, setFailure] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const text = useText();
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(undefined);
    await onSubmit().catch(setFailure);
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {failure === undefined || isExpected(failure) ? null : (
        <p className="failed" role="alert">
          {wordsOfFailure(failure, text)}
        </p>
      )}
      {children}
      <Button look="primary" onPress={() => void submit()} isBusy={isBusy} keys="⏎">
        <Words k={deed} />
      </Button>
      <button type="submit" hidden />
    </form>
  );
}
