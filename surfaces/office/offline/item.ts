import type { Json } from '#platform/canonical-json';
import type { Refusal } from '#platform/refusals';

/** A deed of the house, the same value as on line; or a page of a paper, whose bytes wait among the images. */
export type Work =
  | { readonly does: 'deed'; readonly deed: string; readonly input: Json }
  | {
      readonly does: 'page';
      readonly application: string;
      readonly kind: string;
      readonly image: string;
      readonly checksum: string;
      readonly bytes: number;
    };

/** Who did it, at which post: it is sent as theirs or not at all. */
export type Author = { readonly agent: string; readonly post: string };

/** What was done, as it was done: never changed until it has arrived, and emptied then. */
export type Item = {
  /** UUIDv7, and the idempotency key. */
  readonly id: string;
  /** The order in which things were done; clocks have no part in it. */
  readonly seq: number;
  readonly author: Author;
  /** What the device's clock said: told to people, relied on by nobody. */
  readonly madeAt: string;
  /** In words, for people: whose file, what. */
  readonly label: string;
  /** What it is about: deeds on one file are sent one after the other. */
  readonly file: string;
  /** Items that must have arrived before: the deed that makes the file of a page. */
  readonly waitsFor: readonly string[];
  readonly work: Work;
  /** The refused item that this one puts right. */
  readonly replaces?: string;
};

/** Why an item is still here, in a word that has a message, and what fills it. */
export type Trouble = { readonly code: TroubleCode; readonly facts?: Readonly<Record<string, string | number>> };

export type TroubleCode =
  | 'no-network'
  | 'too-slow'
  | 'not-our-server'
  | 'half-answer'
  | 'wrong-receipt'
  | 'other-bytes-arrived'
  | 'server-fails'
  | 'server-busy'
  | 'sign-in'
  | 'other-author'
  | 'file-not-arrived'
  | 'record-damaged'
  | 'image-damaged'
  | 'keeps-failing'
  | 'key-of-another';

/** What the server answered about this very deed: the only thing on which a copy is thrown away. */
export type Receipt = { readonly key: string; readonly digest: string; readonly receivedAt: string };

/**
 * waiting: nothing was sent, or what was sent had no answer that could be relied on · sent: on its way at this moment · acknowledged: the server's
 * receipt is there · refused: the server says no, in words · quarantined: broken, or failing again and again; kept, tried no more by itself ·
 * replaced: put right by another · withdrawn: taken out by its author, with a reason
 */
export type State = 'waiting' | 'sent' | 'acknowledged' | 'refused' | 'quarantined' | 'replaced' | 'withdrawn';

/** How far an item has come. A missing or broken one counts as waiting: what has arrived already is recognised by its key. */
export type Standing = {
  readonly state: State;
  readonly tries: number;
  /** Tries in a row that ended in trouble of this item, not of the line. */
  readonly failures: number;
  readonly lastTriedAt?: string;
  readonly trouble?: Trouble;
  readonly refusal?: Refusal;
  readonly receipt?: Receipt;
  /** What the deed gave: the number of a file, for the receipt to be printed again. */
  readonly output?: Json;
  readonly reason?: string;
};

export type Entry = { readonly item: Item; readonly standing: Standing };

export const begun: Standing = { state: 'waiting', tries: 0, failures: 0 };
