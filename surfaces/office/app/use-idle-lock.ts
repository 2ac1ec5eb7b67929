import { useEffect, useRef } from 'react';

/** A screen that nobody has touched for so long is locked: the next person in the queue stands before it. */
const IDLE = 10 * 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel'] as const;

export function useIdleLock(lock: () => void, isOpen: boolean): void {
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    if (!isOpen) return;
    let timer = setTimeout(() => latest.current(), IDLE);
    const live = () => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), IDLE);
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, live, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, live);
    };
  }, [isOpen]);
}
