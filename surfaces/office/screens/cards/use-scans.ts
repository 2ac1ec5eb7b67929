import { useKept } from './use-kept.ts';

export type Scans = {
  readonly serials: readonly string[];
  /** Read again, a card is the last one again, to be taken out. */
  readonly add: (serial: string) => void;
  readonly takeOut: (serial: string) => void;
  /** What was read has been said to the house. */
  readonly forget: () => void;
};

/** Cards that are read one by one, kept on the computer as they are read. */
export function useScans(of: string): Scans {
  const { ones, change, forget } = useKept<string>(of, (serial) => serial);
  const without = (serial: string) => (before: readonly string[]) => before.filter((one) => one !== serial);
  return {
    serials: ones,
    add: (serial) => change((before) => [...without(serial)(before), serial]),
    takeOut: (serial) => change(without(serial)),
    forget,
  };
}
