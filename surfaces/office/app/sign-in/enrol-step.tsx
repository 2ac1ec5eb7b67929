import { useCallback, useEffect, useState } from 'react';
import { beginSecondFactor, type SecondFactorToEnrol, type SignInForm } from '../../client/session.ts';
import { useText, Words } from '../../client/words.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { CodeField } from './credentials-step.tsx';
import { StepForm } from './step-form.tsx';

type StepProps = { readonly form: SignInForm; readonly enter: (form: SignInForm) => Promise<void> };

/** The post wants a second factor: the agent's telephone photographs the secret, and its first code proves that it has it. */
export function EnrolStep({ form, enter }: StepProps) {
  const text = useText();
  const [begun, setBegun] = useState<SecondFactorToEnrol>();
  const [failure, setFailure] = useState<Error>();
  const [code, setCode] = useState('');
  const label = text('office.sign-in.secret-picture');
  const begin = useCallback(() => {
    setFailure(undefined);
    void beginSecondFactor(form, label).then(setBegun, setFailure);
  }, [form, label]);
  useEffect(begin, [begin]);
  if (failure !== undefined) return <Failed error={failure} again={begin} />;
  if (begun === undefined) return <Loading />;
  return (
    <StepForm deed="office.sign-in.enter" onSubmit={() => enter({ ...form, code: code.trim() })}>
      <p>
        <Words k="office.sign-in.enrol-why" />
      </p>
      <Secret begun={begun} label={label} />
      <CodeField value={code} onChange={setCode} />
    </StepForm>
  );
}

function Secret({ begun: { qr, secret }, label }: { readonly begun: SecondFactorToEnrol; readonly label: string }) {
  return (
    <figure className="secret">
      <img src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={label} />
      <figcaption>
        <Words k="office.sign-in.secret-text" /> <code dir="ltr">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </figcaption>
    </figure>
  );
}
