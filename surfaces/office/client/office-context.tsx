import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { QuestionInput, QuestionName, QuestionOutput } from './contract.ts';
import type { DraftStore } from './drafts.ts';
import type { KeptWork } from './kept-work.ts';
import type { Answer, OfficeClient } from './office-client.ts';
import { mayDo, type Session } from './session.ts';

/** What every screen stands on: who works, and the way to the server. */
export type OfficeParts = {
  readonly client: OfficeClient;
  readonly session: Session;
  readonly drafts: DraftStore;
  /** What waits on this computer to be sent. */
  readonly kept: KeptWork;
};

const OfficeContext = createContext<OfficeParts | undefined>(undefined);

export function OfficeProvider({ parts, children }: { readonly parts: OfficeParts; readonly children: ReactNode }) {
  return <OfficeContext value={parts}>{children}</OfficeContext>;
}

export function useOffice(): OfficeParts {
  const parts = useContext(OfficeContext);
  if (parts === undefined) throw new Error('a screen stands outside the office');
  return parts;
}

export function useMayDo(permission: string): boolean {
  return mayDo(useOffice().session, permission);
}

/** What a question answers now: loading, ready (fresh or kept from before), or failed with what to say. */
export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly data: T; readonly answer: Answer<T>; readonly again: () => void }
  | { readonly state: 'failed'; readonly error: Error; readonly again: () => void };

/** Between two looks at something that is under way. */
const LOOK_AGAIN_MS = 3_000;

/**
 * Asks a question while the screen stands. `undefined` as input asks nothing yet. As long as `isUnderWay` says that what is answered
 * is about to change, it is asked again by itself.
 */
export function useAnswer<N extends QuestionName>(
  name: N,
  input: QuestionInput<N> | undefined,
  isUnderWay?: (output: QuestionOutput<N>) => boolean,
): Asked<QuestionOutput<N>> {
  const { client } = useOffice();
  const { data, error, refetch } = useQuery<Answer<QuestionOutput<N>>>({
    queryKey: [name, input],
    queryFn: () => client.ask(name, input as QuestionInput<N>),
    enabled: input !== undefined,
    networkMode: 'always',
    retry: false,
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay?.(state.data.output) === true ? LOOK_AGAIN_MS : false,
  });
  const again = () => void refetch();
  if (data !== undefined) return { state: 'ready', data: data.output, answer: data, again };
  return error === null ? { state: 'loading' } : { state: 'failed', error, again };
}
