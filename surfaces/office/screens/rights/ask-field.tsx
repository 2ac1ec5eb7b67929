import { type FormEvent, type KeyboardEvent as Press, type ReactNode, useEffect, useRef, useState } from 'react';
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
  /** Escape: whoever stands there has gone, the next may come. */
  readonly onAway: () => void;
  /** A figure alone, typed into the empty field: a person of the family. */
  readonly onDigit: (digit: number) => void;
};

/** A figure that chose a person stands so long, in case it begins a number. */
const BEGUN_MS = 1_500;

/** The field that always has the focus: whatever is read or typed on this screen goes there; a birth date after a national card. */
export function AskField({ card, isQuiet, onText, onBorn, onAway, onDigit }: AskFieldProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const away = () => {
    setTyped('');
    onAway();
    field.current?.focus();
  };
  useKeysFor(field, { isQuiet, onAway: away });
  useEffect(() => (card === undefined ? field.current?.focus() : undefined), [card]);
  const ask = (text: string) => {
    setTyped('');
    if (text.trim() !== '') onText(text);
  };
  useReader((text, keys) => {
    // The end of what a quick hand typed is no code: more stands before it than the figure that chose a person.
    const before = (field.current?.value ?? '').length - keys;
    ask(before > 1 ? (field.current?.value ?? text) : text);
  }, !isQuiet);
  const press = ({ key }: Press) => {
    if (typed !== '' || !/^[1-9]$/.test(key)) return;
    onDigit(Number(key));
    setTimeout(() => setTyped((now) => (now === key ? '' : now)), BEGUN_MS);
  };
  return (
    <>
      <AskForm isLast={card === undefined} onAsk={() => ask(typed)}>
        <Field
          label={<Words k="office.rights.field" />}
          hint={<Words k="office.rights.field-hint" />}
          value={typed}
          onChange={setTyped}
          inputRef={field}
          input={{ dir: 'ltr', autoComplete: 'off', spellCheck: false, onKeyDown: press }}
        />
      </AskForm>
      {card === undefined ? null : <BornForm key={card} card={card} onBorn={onBorn} />}
    </>
  );
}

/** Its own form: who stands there next is asked about in the first field, whatever this one still waits for. */
function BornForm({ card, onBorn }: { readonly card: string; readonly onBorn: (birthDate: string) => void }) {
  const [born, setBorn] = useState('');
  const [isMissing, setMissing] = useState(false);
  const date = useRef<HTMLInputElement>(null);
  useEffect(() => date.current?.focus(), []);
  const send = () => {
    if (born !== '') return onBorn(born);
    setMissing(true);
    date.current?.focus();
  };
  return (
    <AskForm isLast onAsk={send}>
      <Field
        label={<Words k="office.rights.born-of" facts={{ card }} />}
        value={born}
        onChange={(day) => {
          setMissing(false);
          setBorn(day);
        }}
        inputRef={date}
        {...(isMissing ? { fault: <Words k="office.rights.born-missing" /> } : {})}
        input={{ type: 'date' }}
      />
    </AskForm>
  );
}

type AskFormProps = { readonly isLast: boolean; readonly onAsk: () => void; readonly children: ReactNode };

function AskForm({ isLast, onAsk, children }: AskFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk();
  };
  return (
    <form className="right-form" noValidate onSubmit={submit}>
      {children}
      {isLast ? (
        <Button look="primary" keys="⏎" onPress={onAsk}>
          <Words k="office.rights.ask" />
        </Button>
      ) : null}
      <button type="submit" hidden />
    </form>
  );
}

type Keys = { readonly isQuiet: boolean; readonly onAway: () => void };

/** What is typed while nothing has the focus goes to the field, from its first letter on; Escape is for the next person, wherever the cursor is. */
function useKeysFor(field: { readonly current: HTMLInputElement | null }, { isQuiet, onAway }: Keys): void {
  const away = useRef(onAway);
  away.current = onAway;
  useEffect(() => {
    if (isQuiet) return undefined;
    field.current?.focus();
    const listen = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      if (key === 'Escape') return away.current();
      const isText = key.length === 1 && key !== '?' && !ctrlKey && !altKey && !metaKey;
      if (isText && document.activeElement === document.body) field.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [field, isQuiet]);
}
