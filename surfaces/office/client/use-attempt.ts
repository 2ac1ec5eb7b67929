import { useState } from 'react';
import { wordsOfFailure } from '../components/states.tsx';
import type { DeedInput, DeedName, DeedOutput } from './contract.ts';
import { useOffice } from './office-context.tsx';
import { useText } from './words.tsx';

export type Attempting = {
  readonly isBusy: boolean;
  /** Why the last one was not done, in words. */
  readonly fault: string | undefined;
  setFault(fault: string | undefined): void;
  /** Gives what the deed gave; nothing when it was not done, and `fault` says why. */
  attempt<N extends DeedName>(name: N, input: DeedInput<N>): Promise<DeedOutput<N> | undefined>;
};

/** Does deeds now or not at all: those that others in the room wait for, or that carry a code that lives half a minute. */
export function useAttempt(): Attempting {
  const { client } = useOffice();
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  return {
    isBusy,
    fault,
    setFault,
    async attempt(name, input) {
      setBusy(true);
      setFault(undefined);
      try {
        return await client.attempt(name, input);
      } catch (error) {
        setFault(wordsOfFailure(error as Error, text));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
