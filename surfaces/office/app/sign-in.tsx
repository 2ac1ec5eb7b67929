import { useState } from 'react';
import { RefusedError } from '../client/failures.ts';
import { type SignedIn, type SignInForm, signIn } from '../client/session.ts';
import { Words } from '../client/words.tsx';
import type { NotOpened } from '../offline/index.ts';
import { CredentialsStep } from './sign-in/credentials-step.tsx';
import { EnrolStep } from './sign-in/enrol-step.tsx';
import { NewPasswordStep } from './sign-in/new-password-step.tsx';
import { RecoveryStep } from './sign-in/recovery-step.tsx';

type SignInProps = {
  readonly onSignedIn: (signedIn: SignedIn) => void;
  /** Why the PIN does not open, when that is what brought the agent here. */
  readonly why?: NotOpened | undefined;
};

/** What stands between an agent and the office, one thing at a time. */
type Step =
  | { readonly step: 'credentials' }
  | { readonly step: 'new-password'; readonly form: SignInForm }
  | { readonly step: 'enrol'; readonly form: SignInForm }
  | { readonly step: 'recovery'; readonly signedIn: SignedIn; readonly codes: readonly string[] };

/** The door of the office: login and password, a code when one is wanted, a first password of one's own, a telephone to enrol. */
export function SignIn({ onSignedIn, why }: SignInProps) {
  const [now, setNow] = useState<Step>({ step: 'credentials' });
  const enter = async (form: SignInForm) => {
    try {
      const signedIn = await signIn(form);
      const { recoveryCodes } = signedIn;
      if (recoveryCodes === undefined) return onSignedIn(signedIn);
      setNow({ step: 'recovery', signedIn, codes: recoveryCodes });
    } catch (error) {
      const next = stepAfter(error);
      if (next === undefined) throw error;
      setNow({ step: next, form });
    }
  };
  return (
    <main className="sign-in">
      <h1>
        <Words k="office.sign-in.title" />
      </h1>
      {why?.refused === 'server-needed' ? (
        <p className="kept">
          <Words k={`office.unlock.${why.why}`} />
        </p>
      ) : null}
      {now.step === 'credentials' ? <CredentialsStep enter={enter} /> : null}
      {now.step === 'new-password' ? <NewPasswordStep form={now.form} enter={enter} /> : null}
      {now.step === 'enrol' ? <EnrolStep form={now.form} enter={enter} /> : null}
      {now.step === 'recovery' ? <RecoveryStep codes={now.codes} onKept={() => onSignedIn(now.signedIn)} /> : null}
    </main>
  );
}

function stepAfter(error: unknown): 'new-password' | 'enrol' | undefined {
  if (!(error instanceof RefusedError)) return undefined;
  if (error.refusal.refused === 'new-password-needed') return 'new-password';
  return error.refusal.refused === 'second-factor-to-enrol' ? 'enrol' : undefined;
}
