import type { ReactNode } from 'react';
import { keysOf, type ShortcutName, useKeyboard, useShortcut } from '../../client/shortcuts.tsx';
import { KeyNames } from '../../components/key-names.tsx';

type KeyButtonProps = {
  readonly shortcut: ShortcutName;
  readonly children: ReactNode;
  readonly onAct: () => void;
  readonly look?: 'plain' | 'primary' | 'danger';
  /** Neither the key nor the button does anything now. */
  readonly isOff?: boolean;
};

/** A deed and its key in one: the key of this agent stands on the button. A key held down acts once. */
export function KeyButton({ shortcut, children, onAct, look = 'plain', isOff = false }: KeyButtonProps) {
  const { wishes } = useKeyboard();
  const [first] = keysOf(shortcut, wishes);
  // A letter that means nothing now still means nothing elsewhere: nobody leaves a sitting by a slip.
  useShortcut(shortcut, ({ repeat }) => (repeat || isOff ? undefined : onAct()), !isOff || first?.length === 1);
  return (
    <button type="button" className={`button button-${look} key-button`} onClick={onAct} disabled={isOff}>
      <span>{children}</span>
      {first === undefined ? null : <KeyNames keys={[first]} />}
    </button>
  );
}

type ChoicesProps = {
  readonly title: ReactNode;
  readonly choices: readonly { readonly key: string; readonly words: ReactNode }[];
  readonly onChoose: (key: string) => void;
  readonly onBack: () => void;
};

/** Something to choose by its digit; Escape leaves it. */
export function Choices({ title, choices, onChoose, onBack }: ChoicesProps) {
  useShortcut('room-back', onBack);
  return (
    <fieldset className="choices">
      <legend>{title}</legend>
      {choices.map(({ key, words }, place) => (
        <KeyButton key={key} shortcut={`choice-${Math.min(9, place + 1)}` as ShortcutName} onAct={() => onChoose(key)}>
          {words}
        </KeyButton>
      ))}
    </fieldset>
  );
}
