import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { chordOf, isTyping, type KeyPress, shortcutPressed } from './key-chords.ts';

/**
 * Every shortcut of the office with its keys from the start. A chord is written as it is read: `ctrl+k`, `shift+enter`, `?`, `g 1` (one after the
 * other). Single letters act only outside fields (WCAG 2.1.4), and can be turned off or changed. Words: `office.keys.<name>`.
 */
export const shortcuts = {
  help: ['?'],
  search: ['ctrl+k', 'f2'],
  scan: ['f4'],
  lock: ['ctrl+l'],
  'go-work': ['g 1'],
  'go-new': ['g 2'],
  'go-search': ['g 3'],
  'go-verification': ['g 4'],
  'go-outbox': ['g 5', 'o'],
  'go-administration': ['g 6'],
  'go-journal': ['g 7'],
  'go-sitting': ['g r'],
  'go-appeals': ['g a'],
  'go-sittings': ['g 8'],
  'go-validation': ['g 9'],
  'go-enquiries': ['g e'],
  'go-members': ['g m'],
  'go-deadlines': ['g d'],
  'go-fairness': ['g f'],
  'go-rights': ['g t'],
  'go-duplicates': ['g q'],
  'go-double-cover': ['g b'],
  'go-cards': ['g c'],
  'go-desk': ['g h'],
  'go-differences': ['g x'],
  'go-families': ['g l'],
  'go-registration': ['g i'],
  'go-renewals': ['g n'],
  'go-cover-lists': ['g u'],
  'go-agreements': ['g v'],
  'list-next': ['j', 'arrowdown'],
  'list-previous': ['k', 'arrowup'],
  'list-open': ['enter'],
  'list-search': ['/'],
  'file-next': [']'],
  'file-previous': ['['],
  'section-1': ['1'],
  'section-2': ['2'],
  'section-3': ['3'],
  'section-4': ['4'],
  'section-5': ['5'],
  'section-6': ['6'],
  'section-7': ['7'],
  'section-8': ['8'],
  'section-9': ['9'],
  print: ['p'],
  'add-papers': ['d'],
  correct: ['c'],
  same: ['s'],
  'not-same': ['n'],
  'ask-citizen': ['a'],
  'save-draft': ['ctrl+s'],
  submit: ['ctrl+enter'],
  'copy-member': ['ctrl+d'],
  'add-member': ['alt+a'],
  'next-error': ['f8'],
  compare: ['alt+d', 'f9'],
  rotate: ['r'],
  'zoom-in': ['+'],
  'zoom-out': ['-'],
  'page-next': ['pagedown'],
  'page-previous': ['pageup'],
  remove: ['delete'],
  retry: ['r'],
  export: ['e'],
  'sitting-open': ['ctrl+enter'],
  'rule-poor': ['a'],
  'rule-vulnerable': ['v'],
  'rule-refused': ['r'],
  'rule-adjourned': ['j'],
  'rule-enquiry': ['e'],
  undo: ['u'],
  'sitting-next': ['n'],
  'sitting-previous': ['b'],
  'to-the-right': ['arrowright'],
  'to-the-left': ['arrowleft'],
  'sitting-jump': ['/'],
  'sitting-resume': ['l'],
  opinions: ['o'],
  'opinions-record': ['enter'],
  remark: ['m'],
  conflict: ['k'],
  presence: ['p'],
  'file-papers': ['d'],
  'file-score': ['s'],
  'file-history': ['h'],
  'batch-approve': ['shift+b'],
  'batch-confirm': ['enter'],
  'sitting-close': ['ctrl+enter'],
  'pull-out': ['x'],
  'room-back': ['escape'],
  'choice-1': ['1'],
  'choice-2': ['2'],
  'choice-3': ['3'],
  'choice-4': ['4'],
  'choice-5': ['5'],
  'choice-6': ['6'],
  'choice-7': ['7'],
  'choice-8': ['8'],
  'choice-9': ['9'],
  'appeal-admit': ['a'],
  'appeal-turn-down': ['n'],
  'appeal-uphold': ['m'],
  'appeal-reform': ['f'],
  'appeal-send-back': ['w'],
  'appeal-adjourn': ['j'],
  convene: ['n'],
  'leave-out': ['x'],
  'cover-examine': ['e'],
  'cover-confirm': ['c'],
  'cover-dismiss': ['n'],
  'cover-settle': ['w'],
  'cover-undo': ['z'],
  'cover-list-apply': ['a'],
  'cover-list-set-aside': ['x'],
  'agreement-make': ['n'],
  'agreement-renew': ['r'],
  'agreement-end': ['x'],
  'take-all': ['ctrl+a'],
  'move-up': ['alt+arrowup'],
  'move-down': ['alt+arrowdown'],
  freeze: ['ctrl+enter'],
  'go-on': ['c'],
  second: ['d'],
  seal: ['ctrl+enter'],
  sign: ['s'],
  'sign-on-paper': ['p'],
  'print-now': ['ctrl+p'],
  'looked-at': ['v'],
  'return-file': ['r'],
  'show-all': ['t'],
  release: ['ctrl+enter'],
  answer: ['ctrl+enter'],
} as const satisfies Record<string, readonly string[]>;

export type ShortcutName = keyof typeof shortcuts;

/** What an agent changed: other keys, or none, for a shortcut. */
export type KeyWishes = Partial<Readonly<Record<ShortcutName, readonly string[]>>>;

type Handler = (press: KeyboardEvent) => void;

type Keyboard = {
  readonly wishes: KeyWishes;
  setWishes(wishes: KeyWishes): void;
  listen(name: ShortcutName, handler: Handler): () => void;
  /** A window stands over the screen: what the screen behind would do is not done. Gives what ends it. */
  cover(): () => void;
  /** What can be pressed here and now, for the page of keys. */
  active(): readonly ShortcutName[];
};

const KeyboardContext = createContext<Keyboard | undefined>(undefined);
const KEPT = 'ramed.keys';

/** Hears the keyboard for the whole office. The screen that was drawn last answers first. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [wishes, setKept] = useState<KeyWishes>(readWishes);
  const heard = useRef<{ name: ShortcutName; handler: Handler }[]>([]);
  const covers = useRef(0);
  const keyboard = useMemo<Keyboard>(
    () => ({
      wishes,
      setWishes(changed) {
        localStorage.setItem(KEPT, JSON.stringify(changed));
        setKept(changed);
      },
      listen(name, handler) {
        const entry = { name, handler };
        heard.current.unshift(entry);
        return () => {
          heard.current = heard.current.filter((one) => one !== entry);
        };
      },
      cover() {
        covers.current += 1;
        return () => {
          covers.current -= 1;
        };
      },
      active: () => [...new Set(heard.current.map(({ name }) => name))],
    }),
    [wishes],
  );
  useEffect(
    () =>
      hearKeys((name, press) => {
        if (covers.current === 0 || name === 'lock') heard.current.find((one) => one.name === name)?.handler(press);
      }, keyboard),
    [keyboard],
  );
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

export function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext);
  if (keyboard === undefined) throw new Error('shortcuts are used outside of the office');
  return keyboard;
}

/** Does something on a shortcut while the component stands; `when` false hears nothing. */
export function useShortcut(name: ShortcutName, handler: Handler, when = true): void {
  const keyboard = useKeyboard();
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => (when ? keyboard.listen(name, (press) => latest.current(press)) : undefined), [keyboard, name, when]);
}

/** For a window over the page, while it stands: no shortcut of the page behind is heard but the lock. */
export function useCover(): void {
  const { cover } = useKeyboard();
  useEffect(cover, [cover]);
}

/** The keys of a shortcut as they stand for this agent. */
export function keysOf(name: ShortcutName, wishes: KeyWishes): readonly string[] {
  return wishes[name] ?? shortcuts[name];
}

function hearKeys(act: (name: ShortcutName, press: KeyboardEvent) => void, { wishes, active }: Keyboard): () => void {
  let before: KeyPress | undefined;
  const hear = (press: KeyboardEvent) => {
    const chord = chordOf(press, before);
    before = { key: press.key, code: press.code, at: press.timeStamp };
    const name = shortcutPressed(chord, active(), (one) => keysOf(one, wishes));
    if (name === undefined || (chord.isPlain && isTyping(press.target))) return;
    press.preventDefault();
    act(name, press);
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}

function readWishes(): KeyWishes {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as KeyWishes;
  } catch {
    return {};
  }
}
