import { useEffect } from 'react';

/** A window that closes gives the focus back within this time, if what opened it still stands. */
const GIVEN_BACK_MS = 80;

/**
 * Where the hands go on after a deed took away what they were at: as long as the focus is nowhere once something was `done`, it is put where the next
 * key is needed. Nothing is taken from whoever is elsewhere on the page.
 */
export function useHandsOn(next: () => HTMLElement | null | undefined, done: unknown): void {
  useEffect(() => {
    if (done === undefined) return undefined;
    const timer = setTimeout(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) next()?.focus();
    }, GIVEN_BACK_MS);
    return () => clearTimeout(timer);
  });
}
