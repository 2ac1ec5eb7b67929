import { type FormEvent, useState } from 'react';
import { RefusedError } from '../client/failures.ts';
import { type Session, type SignedIn, signIn } from '../client/session.ts';
import { useText, Words } from '../client/words.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { wordsOfFailure } from '../components/states.tsx';

type SignInAgainProps = {
  readonly session: Session;
  readonly onDone: (signedIn: SignedIn) => void;
  readonly onClose: () => void;
};

/** The session at the server is over, or somebody else's: the agent signs in over the screen and goes on where they were. */
export function SignInAgain({ session, onDone, onClose }: SignInAgainProps) {
  const text = useText();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const wantsCode = code !== '' || (failure instanceof RefusedError && failure.refusal.refused === 'second-factor-needed');
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy) return;
    setBusy(true);
    try {
      const { agent, post } = session;
      const signedIn = await signIn({
        login: agent.login,
        password,
        post: post.id,
        ...(code === '' ? {} : { code: code.replace(/\s/g, '') }),
      });
      onDone(signedIn);
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={<Words k="office.line.sign-in-again" />} onClose={onClose}>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <p>
          <Words k="office.line.sign-in-why" />
        </p>
        {failure === undefined ? null : (
          <p className="failed" role="alert">
            {wordsOfFailure(failure, text)}
          </p>
        )}
        <Field
          label={<Words k="office.sign-in.password" />}
          value={password}
          onChange={setPassword}
          input={{ type: 'password', autoComplete: 'current-password', dir: 'ltr', autoFocus: true }}
        />
        {wantsCode ? (
          <Field
            label={<Words k="office.sign-in.code" />}
            value={code}
            onChange={setCode}
            input={{ inputMode: 'numeric', autoComplete: 'one-time-code', dir: 'ltr', maxLength: 7, autoFocus: true }}
          />
        ) : null}
        <Button look="primary" keys="⏎" isBusy={isBusy} onPress={() => void submit()}>
          <Words k="office.sign-in.enter" />
        </Button>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
