import { type FormEvent, useState } from 'react';
import { useInScript, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import type { NotOpened, Tile } from '../../offline/index.ts';
import type { Opened } from './door.tsx';

type PinEntryProps = {
  readonly tile: Tile;
  /** The server has another key than when this work was sealed: the PIN opens it one more time. */
  readonly isAfterChange?: boolean;
  readonly open: (pin: string) => Promise<Opened | NotOpened>;
  readonly onOpen: (opened: Opened) => void;
  /** The agent goes to the server instead, by their own wish or because the PIN opens no more. */
  readonly onServer: (why?: NotOpened) => void;
};

export function PinEntry({ tile, isAfterChange = false, open, onOpen, onServer }: PinEntryProps) {
  const inScript = useInScript();
  const [pin, setPin] = useState('');
  const [triesLeft, setTriesLeft] = useState<number>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy || pin === '') return;
    setBusy(true);
    const opened = await open(pin);
    setBusy(false);
    setPin('');
    if (!('refused' in opened)) return onOpen(opened);
    if (opened.refused === 'wrong-pin') return setTriesLeft(opened.triesLeft);
    onServer(opened);
  };
  return (
    <main className="sign-in">
      <h1>
        <Words k="office.unlock.pin-title" facts={{ name: inScript(tile.names) }} />
      </h1>
      <form onSubmit={(event) => void submit(event)}>
        <Field
          label={<Words k="office.unlock.pin" />}
          {...(isAfterChange ? { hint: <Words k="office.unlock.old-pin" /> } : {})}
          {...(triesLeft === undefined ? {} : { fault: <Words k="office.unlock.wrong-pin" facts={{ tries: triesLeft }} /> })}
          value={pin}
          onChange={setPin}
          input={{ type: 'password', inputMode: 'numeric', autoComplete: 'off', dir: 'ltr', autoFocus: true }}
        />
        <div className="buttons">
          <Button look="primary" keys="⏎" isBusy={isBusy} onPress={() => void submit()}>
            <Words k="office.unlock.open" />
          </Button>
          <Button onPress={() => onServer()}>
            <Words k="office.unlock.by-server" />
          </Button>
        </div>
        <button type="submit" hidden />
      </form>
    </main>
  );
}
