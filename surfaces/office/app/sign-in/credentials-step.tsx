import { useState } from 'react';
import { RefusedError } from '../../client/failures.ts';
import type { SignInForm } from '../../client/session.ts';
import { Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { StepForm } from './step-form.tsx';

/** Login and password; the code of the telephone once the server asks for it. */
export function CredentialsStep({ enter }: { readonly enter: (form: SignInForm) => Promise<void> }) {
  const [typed, setTyped] = useState({ login: '', password: '', code: '' });
  const [wantsCode, setWantsCode] = useState(false);
  const submit = async () => {
    const { login, password, code } = typed;
    try {
      await enter({ login: login.trim(), password, ...(code === '' ? {} : { code: code.trim() }) });
    } catch (error) {
      if (isAskedForCode(error)) setWantsCode(true);
      throw error;
    }
  };
  return (
    <StepForm deed="office.sign-in.enter" onSubmit={submit} isExpected={isAskedForCode}>
      <Field
        label={<Words k="office.sign-in.login" />}
        value={typed.login}
        onChange={(login) => setTyped({ ...typed, login })}
        input={{ autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, dir: 'ltr', autoFocus: true }}
      />
      <Field
        label={<Words k="office.sign-in.password" />}
        value={typed.password}
        onChange={(password) => setTyped({ ...typed, password })}
        input={{ type: 'password', autoComplete: 'current-password', dir: 'ltr' }}
      />
      {wantsCode ? <CodeField value={typed.code} onChange={(code) => setTyped({ ...typed, code })} /> : null}
    </StepForm>
  );
}

type CodeFieldProps = { readonly value: string; readonly onChange: (code: string) => void };

/** Six digits of the telephone, or a recovery code when it is lost. */
export function CodeField({ value, onChange }: CodeFieldProps) {
  return (
    <Field
      label={<Words k="office.sign-in.code" />}
      hint={<Words k="office.sign-in.code-hint" />}
      value={value}
      onChange={onChange}
      input={{ autoComplete: 'one-time-code', autoCapitalize: 'none', dir: 'ltr', maxLength: 12, autoFocus: true }}
    />
  );
}

function isAskedForCode(error: unknown): boolean {
  return error instanceof RefusedError && error.refusal.refused === 'second-factor-needed';
}
