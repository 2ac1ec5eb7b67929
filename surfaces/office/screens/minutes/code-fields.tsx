import { useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';

export type Proof = { readonly login: string; readonly code: string };

export const noProof: Proof = { login: '', code: '' };

type CodeProps = {
  readonly proof: Proof;
  readonly onChange: (proof: Proof) => void;
  /** Whoever sits at this computer may leave the login empty. */
  readonly isForOneself: boolean;
};

/** Who somebody is and the code that the own telephone shows: nobody's password is typed at another's computer. */
export function CodeFields({ proof, onChange, isForOneself }: CodeProps) {
  const text = useText();
  const never = { dir: 'ltr', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;
  return (
    <>
      <Field
        label={<Words k="office.minutes.login" />}
        value={proof.login}
        onChange={(login) => onChange({ ...proof, login })}
        input={{ ...never, autoFocus: true }}
        {...(isForOneself ? { hint: text('office.minutes.login-empty') } : {})}
      />
      <Field
        label={<Words k="office.minutes.code" />}
        hint={<Words k="office.minutes.code-hint" />}
        value={proof.code}
        onChange={(code) => onChange({ ...proof, code })}
        input={{ ...never, inputMode: 'numeric', size: 10 }}
      />
    </>
  );
}
