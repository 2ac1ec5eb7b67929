import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';

/** A family by its number; anything else that is typed, a name, a card or a telephone, is looked for among the requests. */
export function FindFamily({ onNumber }: { readonly onNumber: (number: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [, go] = useLocation();
  useEffect(() => field.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const number = typed.replace(/[\s-]/g, '');
    if (number === '') return;
    if (!/^\p{Nd}{12}$/u.test(number)) return go(`/search?q=${encodeURIComponent(typed.trim())}`);
    onNumber(number);
    setTyped('');
  };
  return (
    <form onSubmit={send}>
      <Field
        label={<Words k="office.families.number" />}
        hint={<Words k="office.families.number-hint" />}
        value={typed}
        onChange={setTyped}
        inputRef={field}
        input={{ dir: 'auto', autoComplete: 'off', spellCheck: false }}
      />
    </form>
  );
}
