import { useEffect, useRef, useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';

export type Kept<One> = {
  readonly ones: readonly One[];
  readonly change: (changed: (before: readonly One[]) => readonly One[]) => void;
  /** It has been said to the house. */
  readonly forget: () => void;
};

/** What is gathered one by one, each known by its `name`, kept on the computer as it is gathered: the lock, a reload and a power cut take none of it. */
export function useKept<One>(of: string, name: (one: One) => string): Kept<One> {
  const { drafts } = useOffice();
  const id = `cards/${of}`;
  const [ones, setOnes] = useState<readonly One[]>([]);
  const latest = useRef(ones);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is read once, when the desk opens
  useEffect(() => {
    void drafts.find(id).then((draft) => {
      if (draft === undefined) return;
      // A reader may have been quicker than the computer.
      const since = new Set(latest.current.map(name));
      const before = (draft.content as readonly One[]).filter((one) => !since.has(name(one)));
      latest.current = [...before, ...latest.current];
      setOnes(latest.current);
    });
  }, [drafts, id]);
  function keep(changed: readonly One[]) {
    latest.current = changed;
    setOnes(changed);
    if (changed.length === 0) void drafts.remove(id);
    else void drafts.keep({ id, kind: 'cards', label: of, changedAt: Date.now(), content: changed });
  }
  return { ones, change: (changed) => keep(changed(latest.current)), forget: () => keep([]) };
}
