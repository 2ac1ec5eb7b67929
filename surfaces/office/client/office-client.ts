import type { Refusal } from '#platform/refusals';
import type { NewPage } from '../offline/index.ts';
import type { DeedInput, DeedName, DeedOutput, QuestionInput, QuestionName, QuestionOutput } from './contract.ts';
import { UnreachableError } from './failures.ts';
import type { Receipt } from './receipts.ts';
import { askServer, bringRegistrationList, doOnServer, get, keepSignedScan, type ReceivedList, type SignedScan } from './wire.ts';

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
  /** Pages of papers that go after the deed. */
  readonly pages?: readonly NewPage[];
  /** The draft that this deed makes an end of: gone in the same moment as the deed is kept. */
  readonly draft?: string;
};

/** Where pages of papers go: the request as this device calls it, and the file among whose deeds they keep their order. */
export type PagesTo = { readonly application: string; readonly file: string };

/** Everything a screen needs of the world. Examples bring another one, with answers of their own. */
export type OfficeClient = {
  ask<N extends QuestionName>(name: N, input: QuestionInput<N>): Promise<Answer<QuestionOutput<N>>>;
  submit<N extends DeedName>(name: N, input: DeedInput<N>, about: About): Promise<Submitted<DeedOutput<N>>>;
  /** Has a deed done now or not at all: what is worth nothing later is never queued. Throws as questions do. */
  attempt<N extends DeedName>(name: N, input: DeedInput<N>): Promise<DeedOutput<N>>;
  /** The receipt of a file, signed. Throws as questions do; it is never kept, since a provisional one is better than an old one. */
  receiptOf(application: string): Promise<Receipt>;
  /** Has the scan of minutes that were signed on paper kept, now or not at all. Throws as questions do. */
  keepSignedScan(signed: SignedScan): Promise<DeedOutput<'commissions.note-signed-paper'>>;
  /** Has a list of families to register taken in, now or not at all. Throws as questions do. */
  bringRegistrationList(file: Blob): Promise<ReceivedList>;
  /** Keeps pages of papers on the computer, sealed, and sends them when there is a line, after what they wait for. */
  sendPages(to: PagesTo, pages: readonly NewPage[]): Promise<void>;
};

/** What goes without an outbox: questions, and deeds done now or not at all. */
export type DirectClient = Pick<OfficeClient, 'ask' | 'attempt' | 'receiptOf' | 'keepSignedScan' | 'bringRegistrationList'>;

/** Where answers are kept for when there is no network. */
export type AnswerStore = {
  keep(key: string, answer: { readonly output: unknown; readonly askedAt: number }): Promise<void>;
  find(key: string): Promise<{ readonly output: unknown; readonly askedAt: number } | undefined>;
};

export type ClientParts = {
  readonly answers: AnswerStore;
  readonly now: () => number;
  readonly newKey: () => string;
  /** Who asks, at which post, as the server writes it. */
  readonly author?: string;
  /** Nobody answered a question. */
  onCut?(): void;
};

/** Asks the server first, and the store when nobody answers. */
export function openClient({ answers, now, newKey, author, onCut }: ClientParts): DirectClient {
  return {
    async ask(name, input) {
      const key = `${name} ${JSON.stringify(input)}`;
      try {
        const output = await askServer(name, input, author);
        const askedAt = now();
        await answers.keep(key, { output, askedAt });
        return { output, askedAt, isKept: false };
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error;
        onCut?.();
        const kept = await answers.find(key);
        if (kept === undefined) throw error;
        return { output: kept.output as never, askedAt: kept.askedAt, isKept: true };
      }
    },
    attempt: (name, input) => doOnServer(name, input, { key: newKey(), author }),
    bringRegistrationList: (file) => bringRegistrationList(file, author),
    keepSignedScan: (signed) => keepSignedScan(signed, { key: newKey(), author }),
    receiptOf: async (application) => (await get(`/api/office/receipts/${application}`)) as Receipt,
  };
}
