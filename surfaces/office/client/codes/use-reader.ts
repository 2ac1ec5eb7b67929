import { useEffect, useRef } from 'react';
import { openWedge } from '../wedge.ts';

/**
 * A reader at the USB types like a keyboard: read by the places of its keys, unless it was set for this computer's layout. `keys`: how many it typed.
 */
export function useReader(onText: (text: string, keys: number) => unknown, isHeard = true): void {
  const hear = useRef(onText);
  hear.current = onText;
  useEffect(() => {
    if (!isHeard) return undefined;
    const wedge = openWedge(({ byPlace, byKey }) => {
      const text = [byPlace, byKey].find((one) => /^\s*(RM[A-Z]\d+:|dossier|\d{12}$)/i.test(one)) ?? byKey;
      hear.current(text, byKey.length);
    });
    const listen = (press: KeyboardEvent) => {
      if (wedge(press)) press.stopPropagation();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, [isHeard]);
}
