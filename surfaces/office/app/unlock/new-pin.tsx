import { type FormEvent, useState } from 'react';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { isGoodPin } from '../../offline/index.ts';

type NewPinProps = { readonly setPin: (pin: string) => Promise<void>; readonly onDone: () => void };

/** The first time on this computer, and after five wrong ones: a PIN that opens the office without network. */
export function NewPin({ setPin, onDone }: NewPinProps) {
  const [pin, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<'weak' | 'differs'>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy) return;
    if (!isGoodPin(pin)) return setFault('weak');
    if (pin !== again) return setFault('differs');
    setBusy(true);
    await setPin(pin);
    onDone();
  };
  const secret = { type: 'password', inputMode: 'numeric', autoComplete: 'off', dir: 'ltr' } as const;
  return (
    <main className="sign-in">
      <h1>
        <Words k="office.unlock.new-title" />
      </h1>
      <form onSubmit={(event) => void submit(event)}>
        <p>
          <Words k="office.unlock.new-why" />
        </p>
        <Field
          label={<Words k="office.unlock.new-pin" />}
          hint={<Words k="office.unlock.new-hint" />}
          {...(fault === 'weak' ? { fault: <Words k="office.unlock.weak" /> } : {})}
          value={pin}
          onChange={setTyped}
          input={{ ...secret, autoFocus: true }}
        />
        <Field
          label={<Words k="office.unlock.new-again" />}
          {...(fault === 'differs' ? { fault: <Words k="office.unlock.differs" /> } : {})}
          value={again}
          onChange={setAgain}
          input={secret}
        />
        <div className="buttons">
          <Button look="primary" keys="⏎" isBusy={isBusy} onPress={() => void submit()}>
            <Words k="office.unlock.keep-pin" />
          </Button>
          <Button onPress={onDone}>
            <Words k="office.unlock.later" />
          </Button>
        </div>
        <button type="submit" hidden />
      </form>
    </main>
  );
}
