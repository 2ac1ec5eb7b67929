/**
 * What the offline office takes from the browser, handed in so that a test can hold it: a day without a network, a clock set back, a computer
 * switched off. Only what is used of IndexedDB is named; the browser's own objects fit.
 */
export type World = {
  readonly indexedDB: Indexed;
  readonly keyRange: { bound(lower: unknown, upper: unknown): unknown };
  readonly crypto: WebCrypto;
  /** Milliseconds of the device's clock, which may be wrong: it is shown, and never decides an order. */
  now(): number;
  /** Storage that the browser does not clear by itself, and how much is left. Absent where the browser tells neither. */
  readonly storage?: RoomKeeper;
};

export type WebCrypto = Pick<typeof globalThis.crypto, 'subtle' | 'getRandomValues'>;
export type Key = Awaited<ReturnType<WebCrypto['subtle']['importKey']>>;
export type Bytes = Uint8Array<ArrayBuffer>;

export type RoomKeeper = {
  persist?(): Promise<boolean>;
  persisted?(): Promise<boolean>;
  estimate?(): Promise<{ usage?: number; quota?: number }>;
};

export type Indexed = { open(name: string, version: number): Opening };

type Heard = { addEventListener(type: string, listener: () => void): void };
export type Asked<T = unknown> = Heard & { readonly result: T; readonly error: unknown };
export type Opening = Asked<Base>;
export type Base = Heard & {
  readonly objectStoreNames: { contains(name: string): boolean };
  createObjectStore(name: string): unknown;
  transaction(stores: string | string[], mode?: 'readonly' | 'readwrite', options?: { durability?: 'strict' }): Transaction;
  close(): void;
};
export type Transaction = Heard & { readonly error: unknown; objectStore(name: string): Store; abort(): void };
export type Store = {
  // biome-ignore lint/suspicious/noExplicitAny: the keys and ranges of IndexedDB, whose types only a browser has
  get(key: any): Asked;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  getAll(range: any): Asked<unknown[]>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  getAllKeys(range: any): Asked<unknown[]>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  put(value: unknown, key: any): Asked;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  delete(key: any): Asked;
};
