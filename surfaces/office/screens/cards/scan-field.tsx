import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type CardsCode, cardsCode } from '../../client/codes/card-serial.ts';
import { useText } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';

type ScanProps = {
  readonly label: ReactNode;
  readonly onCode: (code: CardsCode) => void;
  readonly kinds: readonly CardsCode['kind'][];
};

/** The field a reader types into: it has the focus whenever nothing else asks for it, and is empty again once a code was read. */
export function ScanField({ label, onCode, kinds }: ScanProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isStrange, setStrange] = useState(false);
  useEffect(() => field.current?.focus(), []);
  async function read(event: FormEvent) {
    event.preventDefault();
    const code = await cardsCode(typed);
    const isKnown = code !== undefined && kinds.includes(code.kind);
    setStrange(!isKnown);
    if (!isKnown) return field.current?.select();
    setTyped('');
    onCode(code);
    field.current?.focus();
  }
  return (
    <form onSubmit={(event) => void read(event)}>
      <Field
        label={label}
        value={typed}
        onChange={setTyped}
        inputRef={field}
        input={{ dir: 'ltr', autoComplete: 'off', spellCheck: false }}
        {...(isStrange ? { fault: text('office.cards.strange-code') } : {})}
      />
    </form>
  );
}
