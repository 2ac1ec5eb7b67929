import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { keysOf, type ShortcutName, useKeyboard, useShortcut } from '../client/shortcuts.tsx';
import { useText, Words } from '../client/words.tsx';
import { KeyNames } from '../components/key-names.tsx';
import type { Area } from './areas.ts';

/** Whether the rail is open where it is folded, which a narrow screen alone does. */
export type Folding = {
  readonly isOpen: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly rail: RefObject<HTMLElement | null>;
  readonly turn: () => void;
  readonly fold: () => void;
  /** On the button and on the rail: Escape folds it and goes back to the button. */
  readonly onKeyDown: (press: KeyboardEvent) => void;
};

const RAIL = 'rail';

/** Opened by its button only; folded by a choice, by Escape, and by whatever is pressed or reached elsewhere. */
export function useFolding(): Folding {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const rail = useRef<HTMLElement>(null);
  const [place] = useLocation();
  const fold = () => setOpen(false);
  // A shortcut is a choice too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is folded because the place is another one.
  useEffect(fold, [place]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const link = rail.current?.querySelector<HTMLElement>('[aria-current]') ?? rail.current?.querySelector('a');
    link?.focus();
    const leave = ({ target }: Event) => {
      const isWithin = [button, rail].some(({ current }) => current?.contains(target as Node));
      if (!isWithin) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key !== 'Escape' || !isOpen) return;
    press.stopPropagation();
    fold();
    button.current?.focus();
  };
  return { isOpen, button, rail, turn: () => setOpen(!isOpen), fold, onKeyDown };
}

/** Shown on a narrow screen only, where the rail would stand before everything else. */
export function MenuButton({ folding: { isOpen, button, turn, onKeyDown } }: { readonly folding: Folding }) {
  return (
    <button
      ref={button}
      type="button"
      className="strip-button menu-button"
      aria-expanded={isOpen}
      aria-controls={RAIL}
      onClick={turn}
      onKeyDown={onKeyDown}
    >
      <Words k="office.shell.menu" />
    </button>
  );
}

type RailProps = { readonly areas: readonly Area[]; readonly folding: Folding };

export function Rail({ areas, folding: { isOpen, rail, fold, onKeyDown } }: RailProps) {
  const text = useText();
  const choose = () => {
    if (!isOpen) return;
    fold();
    // The link goes out of sight; the cursor goes where the choice leads.
    document.getElementById('screen')?.focus();
  };
  return (
    <nav ref={rail} id={RAIL} className="rail" aria-label={text('office.shell.parts')} data-open={isOpen} onKeyDown={onKeyDown}>
      <ul>
        {areas.map((area) => (
          <RailLink key={area.key} area={area} onChoose={choose} />
        ))}
      </ul>
    </nav>
  );
}

function RailLink({ area: { key, path, shortcut }, onChoose }: { readonly area: Area; readonly onChoose: () => void }) {
  const [place, go] = useLocation();
  const isHere = place === path || place.startsWith(`${path}/`);
  useShortcut(shortcut ?? 'help', () => go(path), shortcut !== undefined);
  return (
    <li>
      <Link href={path} aria-current={isHere ? 'page' : undefined} onClick={onChoose}>
        <Words k={`office.areas.${key}`} />
        <ShortcutMark name={shortcut} />
      </Link>
    </li>
  );
}

function ShortcutMark({ name }: { readonly name: ShortcutName | undefined }) {
  const { wishes } = useKeyboard();
  const [keys] = name === undefined ? [] : keysOf(name, wishes);
  return keys === undefined ? null : <KeyNames keys={[keys]} />;
}
