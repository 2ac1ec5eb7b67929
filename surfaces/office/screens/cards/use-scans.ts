import { useEffect, useRef, useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';

export type Scans = {
  readonly serials: readonly string[];
  /** Read again, a card is the last one again, to be taken out. */
  readonly add: (serial: string) => void;
  readonly takeOut: (serial: string) => void;
  /** What was read has been said to the house. */
  readonly forget: () => void;
};

/** Cards that are read one by one, kept on the computer as they are read: the lock, a reload and a power cut take none of them. */
export function useScans(of: string): Scans {
  const { drafts } = useOffice();
  const id = `cards/${of}`;
  const [serials, setSerials] = useState<readonly string[]>([]);
  const latest = useRef(serials);
  useEffect(() => {
    void drafts.find(id).then((draft) => {
      if (draft === undefined) return;
      // A reader may have been quicker than the computer.
      const before = draft.content as readonly string[];
      latest.current = [...new Set([...before, ...latest.current])];
      setSerials(latest.current);
    });
  }, [drafts, id]);
  function keep(changed: readonly string[]) {
    latest.current = changed;
    setSerials(changed);
    if (changed.length === 0) void drafts.remove(id);
    else void drafts.keep({ id, kind: 'cards', label: of, changedAt: Date.now(), content: changed });
  }
  const without = (serial: string) => latest.current.filter((one) => one !== serial);
  return {
    serials,
    add: (serial) => keep([...without(serial), serial]),
    takeOut: (serial) => keep(without(serial)),
    forget: () => keep([]),
  };
}
