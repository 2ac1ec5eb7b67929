import { type FormEvent, type ReactNode, useState } from 'react';
import type { DeedInput, DeedName } from '../../client/contract.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { wordsOfFailure } from '../../components/states.tsx';

type Props<N extends DeedName> = {
  readonly deed: N;
  /** Of its words: `office.appeals.do.<name>`. */
  readonly name: string;
  readonly input: DeedInput<N> | undefined;
  readonly isFinal?: boolean;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** One deed on an appeal, done now or not at all: a commission must know that it was recorded. `input` lacks while something is missing. */
export function AppealDialog<N extends DeedName>({ deed, name, input, isFinal = false, children, onClose, onDone }: Props<N>) {
  const { client } = useOffice();
  const text = useText();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (input === undefined) return setFault(text('office.appeals.missing'));
    setBusy(true);
    try {
      await client.attempt(deed, input);
      onDone();
      onClose();
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
      setBusy(false);
    }
  };
  return (
    <Dialog title={<Words k={`office.appeals.do.${name}`} />} onClose={onClose} isWide>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        {children}
        {fault === undefined ? null : (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <div className="buttons">
          <Button look={isFinal ? 'danger' : 'primary'} isBusy={isBusy} onPress={() => void submit()}>
            <Words k={`office.appeals.do.${name}`} />
          </Button>
          <Button onPress={onClose}>
            <Words k="office.file.cancel" />
          </Button>
        </div>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
