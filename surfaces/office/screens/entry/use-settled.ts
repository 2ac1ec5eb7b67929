import { useEffect, useState } from 'react';

/** A value once it has not changed for a while: a question is not asked at every key. Compared as JSON, since it is made anew each time. */
export function useSettled<T>(value: T, pauseMs: number): T | undefined {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, pauseMs]);
  return settled === undefined ? undefined : (JSON.parse(settled) as T);
}
