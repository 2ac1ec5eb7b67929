import { useEffect, useRef } from 'react';

/** Does something when what is watched is no longer as it was known before; not when it is known for the first time, nor while it is not known. */
export function useChange(watched: string | undefined, then: () => void): void {
  const known = useRef(watched);
  useEffect(() => {
    const before = known.current;
    if (watched === undefined || watched === before) return;
    known.current = watched;
    if (before !== undefined) then();
  });
}
