import { type FormEvent, type ReactNode, useState } from 'react';
import type { DeedInput, DeedName } from '../../client/contract.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { wordsOfFailure } from '../../components/states.tsx';

type DeedDialogProps<N extends DeedName> = {
  readonly deed: N;
  /** What it is, and of whom. */
  readonly title: ReactNode;
  readonly input: DeedInput<N> | undefined;
  readonly look?: 'primary' | 'danger';
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onDone: () => void;
  /** Said once it is done, where the agent must still be told something. */
  readonly done?: ReactNode;
};

/**
 * One deed of an administrator: its fields, and the button that does it now or not at all, since an account is never closed later by a queue.
 * `input` is undefined as long as something is missing.
 */
export function DeedDialog<N extends DeedName>(props: DeedDialogProps<N>) {
  const { deed, title, input, look = 'primary', children, onClose, onDone, done } = props;
  const { client } = useOffice();
  const text = useText();
  const [fault, setFault] = useState<string>();
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (state !== 'open') return;
    if (input === undefined) return setFault(text('office.administration.missing'));
    setState('busy');
    try {
      await client.attempt(deed, input);
      onDone();
      if (done === undefined) return onClose();
      setState('done');
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
      setState('open');
    }
  };
  if (state === 'done')
    return (
      <Dialog title={title} onClose={onClose}>
        {done}
        <div className="buttons">
          <Button look="primary" onPress={onClose}>
            <Words k="office.administration.close" />
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        {children}
        {fault === undefined ? null : (
          <p className="fault" role="alert">
            {fault}
          </p>
        )}
        <div className="buttons">
          <Button look={look} isBusy={state === 'busy'} onPress={() => void submit()}>
            <Words k={`office.administration.do.${deed.split('.')[1]}`} />
          </Button>
          <Button onPress={onClose}>
            <Words k="office.administration.cancel" />
          </Button>
        </div>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
