import { useState } from 'react';
import type { DeedInput, DeedName } from '../../client/contract.ts';
import { useOffice } from '../../client/office-context.tsx';
import { type ShortcutName, useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { wordsOfFailure } from '../../components/states.tsx';

type ActProps<N extends DeedName> = {
  readonly deed: N;
  /** Of its words: `office.appeals.do.<name>`. */
  readonly name: string;
  readonly input: DeedInput<N> | undefined;
  readonly look?: 'primary' | 'plain';
  readonly shortcut?: { readonly name: ShortcutName; readonly keys: string };
  readonly onDone: () => void;
};

/** A button that does one deed now; not to be pressed while something is missing. */
export function ActButton<N extends DeedName>({ deed, name, input, look = 'primary', shortcut, onDone }: ActProps<N>) {
  const { client } = useOffice();
  const text = useText();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const act = async () => {
    if (input === undefined || isBusy) return;
    setBusy(true);
    try {
      await client.attempt(deed, input);
      setFault(undefined);
      onDone();
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    } finally {
      setBusy(false);
    }
  };
  useShortcut(shortcut?.name ?? 'submit', () => void act(), shortcut !== undefined && input !== undefined);
  return (
    <div className="act">
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <Button
        look={look}
        isDisabled={input === undefined}
        isBusy={isBusy}
        onPress={() => void act()}
        {...(shortcut ? { keys: shortcut.keys } : {})}
      >
        <Words k={`office.appeals.do.${name}`} />
      </Button>
    </div>
  );
}
