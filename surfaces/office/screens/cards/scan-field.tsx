import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { normaliseTyped } from '#platform/numbers';
import { type CardsCode, cardsCode } from '../../client/codes/card-serial.ts';
import { useReader } from '../../client/codes/use-reader.ts';
import { useText } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';

type ScanProps = {
  readonly label: ReactNode;
  readonly onCode: (code: CardsCode) => void;
  readonly kinds: readonly CardsCode['kind'][];
};

/**
 * The field a reader types into: it has the focus whenever nothing else asks for it, and is empty again once a code was read. A reader is heard
 * wherever the focus is, but in another field.
 */
export function ScanField({ label, onCode, kinds }: ScanProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  useEffect(() => field.current?.focus(), []);
  async function read(scanned: string) {
    const code = await cardsCode(scanned);
    const isKnown = code !== undefined && kinds.includes(code.kind);
    setFault(isKnown ? undefined : text(code === undefined && isNumber(scanned) ? MISTYPED : 'office.cards.strange-code'));
    if (!isKnown) return field.current?.select();
    setTyped('');
    onCode(code);
    field.current?.focus();
  }
  useReader((scanned) => {
    const own = field.current;
    if (isInOtherField(own)) return;
    // What was typed into the field is there whole, however slowly it came.
    void read(own !== null && document.activeElement === own ? own.value : scanned);
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    void read(typed);
  }
  return (
    <form onSubmit={submit}>
      <Field
        label={label}
        value={typed}
        onChange={setTyped}
        inputRef={field}
        input={{ dir: 'ltr', autoComplete: 'off', spellCheck: false }}
        {...(fault === undefined ? {} : { fault })}
      />
    </form>
  );
}

/** Typed by hand: who slips at a digit is told so, and looks for no other paper. */
const MISTYPED = 'entitlements.reason.number-wrong';
const isNumber = (typed: string) => /^[PL]?\d+$/i.test(normaliseTyped(typed));

function isInOtherField(own: HTMLInputElement | null): boolean {
  const focused = document.activeElement;
  return focused !== own && focused instanceof HTMLElement && focused.matches('input, textarea, select');
}
