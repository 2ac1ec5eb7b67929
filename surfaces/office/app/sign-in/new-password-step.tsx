import { useState } from 'react';
import { changePassword, type SignInForm } from '../../client/session.ts';
import { Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { StepForm } from './step-form.tsx';

type StepProps = { readonly form: SignInForm; readonly enter: (form: SignInForm) => Promise<void> };

/** The first password was somebody else's making: the agent chooses one, and goes in with it. */
export function NewPasswordStep({ form, enter }: StepProps) {
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [isDifferent, setDifferent] = useState(false);
  const submit = async () => {
    setDifferent(typed.password !== typed.again);
    if (typed.password !== typed.again) return;
    await changePassword({ ...form, newPassword: typed.password });
    await enter({ ...form, password: typed.password });
  };
  return (
    <StepForm deed="office.sign-in.choose" onSubmit={submit}>
      <p>
        <Words k="office.sign-in.choose-why" />
      </p>
      <Field
        label={<Words k="office.sign-in.new-password" />}
        hint={<Words k="office.sign-in.new-password-hint" />}
        value={typed.password}
        onChange={(password) => setTyped({ ...typed, password })}
        input={{ type: 'password', autoComplete: 'new-password', dir: 'ltr', autoFocus: true }}
      />
      <Field
        label={<Words k="office.sign-in.new-password-again" />}
        value={typed.again}
        onChange={(again) => setTyped({ ...typed, again })}
        {...(isDifferent ? { fault: <Words k="office.sign-in.not-the-same" /> } : {})}
        input={{ type: 'password', autoComplete: 'new-password', dir: 'ltr' }}
      />
    </StepForm>
  );
}
