import { useEffect, useState } from 'react';
import type { OutboxView, SyncState } from '../offline/index.ts';
import { useOffice } from './office-context.tsx';

/** The outbox and the line as they stand, drawn anew at each change. Undefined until it was read once. */
export function useKeptWork(): { readonly view: OutboxView | undefined; readonly line: SyncState } {
  const { kept } = useOffice();
  const [view, setView] = useState<OutboxView>();
  const [line, setLine] = useState(kept.state);
  useEffect(() => {
    let isHere = true;
    const look = () => {
      setLine(kept.state());
      kept.view().then(
        (seen) => isHere && setView(seen),
        // Locked in the meantime: nobody looks any more.
        () => undefined,
      );
    };
    look();
    const deaf = kept.subscribe(look);
    return () => {
      isHere = false;
      deaf();
    };
  }, [kept]);
  return { view, line };
}
