import { useEffect, useState } from 'react';

/** Whose a draft is among the windows of this browser: this one's, another's, or not known yet. */
export type Hold = 'asking' | 'ours' | 'elsewhere';

/** Takes a draft for this window while the screen stands: two windows that write one draft would each undo what the other wrote. */
export function useOwnDraft(id: string): Hold {
  const [hold, setHold] = useState<Hold>('asking');
  useEffect(() => {
    // A browser without locks has one window at most that an agent would notice.
    if (!('locks' in navigator)) return setHold('ours');
    const { promise: left, resolve: leave } = Promise.withResolvers<void>();
    setHold('asking');
    void navigator.locks.request(`ramed-draft/${id}`, { ifAvailable: true }, async (lock) => {
      setHold(lock === null ? 'elsewhere' : 'ours');
      if (lock !== null) await left;
    });
    return leave;
  }, [id]);
  return hold;
}
