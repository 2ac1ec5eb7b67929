import { useEffect, useState } from 'react';

/** What a value has become once it stood still for a moment: what is asked of the server is not asked at every letter. */
export function useSettled<T>(value: T, stillMs = 350): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), stillMs);
    return () => clearTimeout(timer);
  }, [value, stillMs]);
  return settled;
}
