import { type FocusEvent, useCallback, useRef, useState } from 'react';
import { useShortcut } from '../client/shortcuts.tsx';

export type Rows = {
  /** To be put on the table, or around several that are gone through as one. */
  readonly table: {
    readonly ref: (table: HTMLElement | null) => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
  /** Puts the focus on the first row, from a field above the list. */
  readonly enter: () => void;
};

/**
 * A list whose rows each hold one link marked `data-row`: J and K, or the arrows, go from link to link, Enter opens. The focus itself is the mark
 * of where one is, so that whoever hears the page hears it too.
 */
export function useRows(onOpen: (place: number) => void): Rows {
  const list = useRef<HTMLElement | null>(null);
  const [isInside, setInside] = useState(false);
  const links = useCallback(() => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])], []);
  const place = () => links().indexOf(document.activeElement as HTMLElement);
  const move = (step: number) => {
    const all = links();
    const at = place();
    const to = at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + step));
    all[to]?.focus();
  };
  useShortcut('list-next', () => move(1));
  useShortcut('list-previous', () => move(-1));
  useShortcut('list-open', () => onOpen(place()), isInside);
  return {
    table: {
      ref: (table) => {
        list.current = table;
      },
      onFocus: () => setInside(place() >= 0),
      onBlur: ({ relatedTarget, currentTarget }) => setInside(currentTarget.contains(relatedTarget)),
    },
    enter: () => move(1),
  };
}
