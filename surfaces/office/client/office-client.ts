import type { Refusal } from '#platform/refusals';
import type { DeedInput, DeedName, DeedOutput, QuestionInput, QuestionName, QuestionOutput } from './contract.ts';
import { RefusedError, UnreachableError } from './failures.ts';
import { askServer, doOnServer } from './wire.ts';

/** An answer and how fresh it is: without network, the last one that this agent was given here. */
export type Answer<T> = { readonly output: T; readonly askedAt: number; readonly isKept: boolean };

/** What became of a deed: done, waiting in the outbox for the line, or refused with the words of the server. */
export type Submitted<T> =
  | { readonly state: 'done'; readonly output: T }
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly module: string; readonly refusal: Refusal };

/** What an item of the outbox says of itself to people, and what it must come after. */
export type About = {
  /** In the agent's language: what this is, and whose. */
  readonly label: string;
  /** The file it belongs to: deeds on one file arrive in their order. */
  readonly file?: string;
};

/** Everything a screen needs of the world. Examples bring another one, with answers of their own. */
export type OfficeClient = {
  ask<N extends QuestionName>(name: N, input: QuestionInput<N>): Promise<Answer<QuestionOutput<N>>>;
  submit<N extends DeedName>(name: N, input: DeedInput<N>, about: About): Promise<Submitted<DeedOutput<N>>>;
  /** Has a deed done now or not at all: what is worth nothing later is never queued. Throws as questions do. */
  attempt<N extends DeedName>(name: N, input: DeedInput<N>): Promise<DeedOutput<N>>;
};

/** Where answers are kept for when there is no network. */
export type AnswerStore = {
  keep(key: string, answer: { readonly output: unknown; readonly askedAt: number }): Promise<void>;
  find(key: string): Promise<{ readonly output: unknown; readonly askedAt: number } | undefined>;
};

export type ClientParts = { readonly answers: AnswerStore; readonly now: () => number; readonly newKey: () => string };

/** The client of a browser: asks the server first, and the store when nobody answers. */
export function openClient({ answers, now, newKey }: ClientParts): OfficeClient {
  return {
    async ask(name, input) {
      const key = `${name} ${JSON.stringify(input)}`;
      try {
        const output = await askServer(name, input);
        const askedAt = now();
        await answers.keep(key, { output, askedAt });
        return { output, askedAt, isKept: false };
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error;
        const kept = await answers.find(key);
        if (kept === undefined) throw error;
        return { output: kept.output as never, askedAt: kept.askedAt, isKept: true };
      }
    },
    attempt: (name, input) => doOnServer(name, input, newKey()),
    async submit(name, input) {
      try {
        return { state: 'done', output: await doOnServer(name, input, newKey()) };
      } catch (error) {
        if (error instanceof RefusedError) return { state: 'refused', module: error.module, refusal: error.refusal };
        throw error;
      }
    },
  };
}

/** Answers kept while the page is open, and no longer. */
export function answersInMemory(): AnswerStore {
  const kept = new Map<string, { output: unknown; askedAt: number }>();
  return {
    keep: async (key, answer) => void kept.set(key, answer),
    find: async (key) => kept.get(key),
  };
}
