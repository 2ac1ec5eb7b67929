import { type FormEvent, useState } from 'react';
import { RefusedError } from '../client/failures.ts';
import { type SignedIn, type SignInForm, signIn } from '../client/session.ts';
import { useText, Words } from '../client/words.tsx';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { wordsOfFailure } from '../components/states.tsx';

type SignInProps = {
  readonly onSignedIn: (signedIn: SignedIn) => void;
  /** Asks the server; examples bring their own. */
  readonly enter?: (form: SignInForm) => Promise<SignedIn>;
};

/** Login and password, then the code of the second factor when the server wants one. */
export function SignIn({ onSignedIn, enter = signIn }: SignInProps) {
  const [form, setForm] = useState({ login: '', password: '', code: '' });
  const [failure, setFailure] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const wantsCode = form.code !== '' || refusedWith(failure, 'second-factor-needed');
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy) return;
    setBusy(true);
    try {
      const { login, password, code } = form;
      onSignedIn(await enter({ login: login.trim(), password, ...(code === '' ? {} : { code: code.replace(/\s/g, '') }) }));
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <h1>
        <Words k="office.sign-in.title" />
      </h1>
      <form onSubmit={(event) => void submit(event)}>
        <SignInFailure failure={failure} />
        <Credentials form={form} onChange={setForm} wantsCode={wantsCode} />
        <Button look="primary" onPress={() => void submit()} isBusy={isBusy} keys="⏎">
          <Words k="office.sign-in.enter" />
        </Button>
        <button type="submit" hidden />
      </form>
    </main>
  );
}

type Typed = { readonly login: string; readonly password: string; readonly code: string };

function Credentials({ form, onChange, wantsCode }: { form: Typed; onChange: (form: Typed) => void; wantsCode: boolean }) {
  return (
    <>
      <Field
        label={<Words k="office.sign-in.login" />}
        value={form.login}
        onChange={(login) => onChange({ ...form, login })}
        input={{ autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, dir: 'ltr', autoFocus: true }}
      />
      <Field
        label={<Words k="office.sign-in.password" />}
        value={form.password}
        onChange={(password) => onChange({ ...form, password })}
        input={{ type: 'password', autoComplete: 'current-password', dir: 'ltr' }}
      />
      {wantsCode ? (
        <Field
          label={<Words k="office.sign-in.code" />}
          hint={<Words k="office.sign-in.code-hint" />}
          value={form.code}
          onChange={(code) => onChange({ ...form, code })}
          input={{ inputMode: 'numeric', autoComplete: 'one-time-code', dir: 'ltr', maxLength: 7, autoFocus: true }}
        />
      ) : null}
    </>
  );
}

function SignInFailure({ failure }: { readonly failure: Error | undefined }) {
  const text = useText();
  if (failure === undefined || refusedWith(failure, 'second-factor-needed')) return null;
  return (
    <p className="failed" role="alert">
      {wordsOfFailure(failure, text)}
    </p>
  );
}

function refusedWith(failure: Error | undefined, code: string): boolean {
  return failure instanceof RefusedError && failure.refusal.refused === code;
}
