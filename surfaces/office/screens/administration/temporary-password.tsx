import { Words } from '../../client/words.tsx';

// No letter that is taken for another when it is read aloud or copied.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const FIGURES = '23456789';

/** A password of three words of letters and figures: made here, told by hand, replaced at the first sign-in. */
export function makePassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(15));
  const text = Array.from(random, (byte, at) => pick(at % 5 === 4 ? FIGURES : LETTERS, byte)).join('');
  return `${text.slice(0, 5)}-${text.slice(5, 10)}-${text.slice(10)}`;
}

function pick(letters: string, byte: number): string {
  return letters.charAt(byte % letters.length);
}

/** The password to be told to the agent, who will choose another. It is shown here and nowhere else. */
export function TemporaryPassword({ password }: { readonly password: string }) {
  return (
    <div className="temporary-password">
      <span className="label">
        <Words k="office.administration.temporary-password" />
      </span>
      <code dir="ltr">{password}</code>
      <p className="hint">
        <Words k="office.administration.temporary-password-why" />
      </p>
    </div>
  );
}
