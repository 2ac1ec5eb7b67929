import { type FormEvent, type KeyboardEvent as Press, useEffect, useRef, useState } from 'react';
import { useReader } from '../../client/codes/use-reader.ts';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';

type AskFieldProps = {
  /** A national card was given: its birth date is asked for. */
  readonly card: string | undefined;
  /** A window stands over the screen and hears the reader itself. */
  readonly isQuiet: boolean;
  readonly onText: (text: string) => void;
  readonly onBorn: (birthDate: string) => void;
  /** A figure alone, typed into the empty field: a person of the family. */
  readonly onDigit: (digit: number) => void;
};

/** A figure that chose a person stands so long, in case it begins a number. */
const BEGUN_MS = 1_500;

/** The field that always has the focus: whatever is read or typed on this screen goes there. */
export function AskField({ card, isQuiet, onText, onBorn, onDigit }: AskFieldProps) {
  const [typed, setTyped] = useState('');
  const [born, setBorn] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const date = useRef<HTMLInputElement>(null);
  useFocusFor(field, isQuiet);
  useEffect(() => {
    if (card === undefined) setBorn('');
    (card === undefined ? field : date).current?.focus();
  }, [card]);
  const ask = (text: string) => {
    setTyped('');
    if (text.trim() !== '') onText(text);
  };
  useReader((text, keys) => {
    // The end of what a quick hand typed is no code: more stands before it than the figure that chose a person.
    const before = (field.current?.value ?? '').length - keys;
    ask(before > 1 ? (field.current?.value ?? text) : text);
  }, !isQuiet);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (card !== undefined && born !== '' && typed === '') return onBorn(born);
    ask(typed);
  };
  const press = ({ key }: Press) => {
    if (typed !== '' || !/^[1-9]$/.test(key)) return;
    onDigit(Number(key));
    setTimeout(() => setTyped((now) => (now === key ? '' : now)), BEGUN_MS);
  };
  return (
    <form className="right-form" onSubmit={send}>
      <Field
        label={<Words k="office.rights.field" />}
        hint={<Words k="office.rights.field-hint" />}
        value={typed}
        onChange={setTyped}
        inputRef={field}
        input={{ dir: 'ltr', autoComplete: 'off', spellCheck: false, onKeyDown: press }}
      />
      {card === undefined ? null : (
        <Field
          label={<Words k="office.rights.born-of" facts={{ card }} />}
          value={born}
          onChange={setBorn}
          inputRef={date}
          input={{ type: 'date', required: true }}
        />
      )}
      <Button look="primary" keys="⏎" onPress={() => send()}>
        <Words k="office.rights.ask" />
      </Button>
      <button type="submit" hidden />
    </form>
  );
}

/** What is typed while nothing has the focus goes to the field, from its first letter on. */
function useFocusFor(field: { readonly current: HTMLInputElement | null }, isQuiet: boolean): void {
  useEffect(() => {
    if (isQuiet) return undefined;
    field.current?.focus();
    const listen = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const isText = key.length === 1 && key !== '?' && !ctrlKey && !altKey && !metaKey;
      if (isText && document.activeElement === document.body) field.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [field, isQuiet]);
}
