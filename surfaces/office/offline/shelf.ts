import type { Asked, Base, Transaction, World } from './world.ts';

/** Where a sealed record lies: whose, in which store, under which key. */
export type Place = { readonly agent: string; readonly store: string; readonly key: string };
export type Sealed = { readonly iv: Uint8Array; readonly sealed: ArrayBuffer };
export type Change = Place & { readonly record: Sealed | undefined };

/**
 * The browser's database as promises: what lies open (tiles, wrapped keys, counters) and what is sealed. A write is on the disk when its promise
 * ends, all of it or nothing, also when the computer is switched off in between.
 */
export type Shelf = {
  readOpen<T>(key: string): Promise<T | undefined>;
  /** Reads and writes in one transaction, so that two tabs never take the same number. */
  changeOpen<T>(key: string, change: (earlier: T | undefined) => T): Promise<T>;
  read(place: Place): Promise<Sealed | undefined>;
  list(agent: string, store: string): Promise<readonly { readonly key: string; readonly record: Sealed }[]>;
  write(changes: readonly Change[]): Promise<void>;
  close(): void;
};

const NAME = 'ramed-office';
const VERSION = 1;
const OPEN = 'open';
const SEALED = 'sealed';

export async function openShelf(world: World): Promise<Shelf> {
  const base = await openBase(world);
  const withStore = <T>(name: string, mode: 'readonly' | 'readwrite', work: (transaction: Transaction) => () => T) =>
    finish(base.transaction(name, mode, { durability: 'strict' }), work);
  return {
    readOpen: <T>(key: string) =>
      withStore(OPEN, 'readonly', (transaction) => {
        const found = transaction.objectStore(OPEN).get(key);
        return () => found.result as T | undefined;
      }),
    changeOpen: <T>(key: string, change: (earlier: T | undefined) => T) =>
      withStore(OPEN, 'readwrite', (transaction) => changeIn<T>(transaction, key, change)),
    read: ({ agent, store, key }) =>
      withStore(SEALED, 'readonly', (transaction) => {
        const found = transaction.objectStore(SEALED).get([agent, store, key]);
        return () => found.result as Sealed | undefined;
      }),
    list: (agent, store) => withStore(SEALED, 'readonly', (transaction) => listIn(transaction, world, [agent, store])),
    write: (changes) =>
      withStore(SEALED, 'readwrite', (transaction) => {
        const sealed = transaction.objectStore(SEALED);
        for (const { agent, store, key, record } of changes)
          if (record === undefined) sealed.delete([agent, store, key]);
          else sealed.put(record, [agent, store, key]);
        return () => undefined;
      }),
    close: () => base.close(),
  };
}

function changeIn<T>(transaction: Transaction, key: string, change: (earlier: T | undefined) => T): () => T {
  const store = transaction.objectStore(OPEN);
  const found = store.get(key);
  let made: T;
  found.addEventListener('success', () => {
    made = change(found.result as T | undefined);
    store.put(made, key);
  });
  return () => made;
}

/** An array sorts after every text: `[agent, store, []]` is the end of what begins with these two. */
function listIn(transaction: Transaction, world: World, [agent, store]: readonly [string, string]) {
  const range = world.keyRange.bound([agent, store, ''], [agent, store, []]);
  const keys = transaction.objectStore(SEALED).getAllKeys(range);
  const records = transaction.objectStore(SEALED).getAll(range);
  return () =>
    records.result.map((record, index) => ({
      key: (keys.result[index] as readonly string[])[2] ?? '',
      record: record as Sealed,
    }));
}

function openBase(world: World): Promise<Base> {
  return new Promise((resolve, reject) => {
    const opening = world.indexedDB.open(NAME, VERSION);
    opening.addEventListener('upgradeneeded', () => {
      for (const name of [OPEN, SEALED])
        if (!opening.result.objectStoreNames.contains(name)) opening.result.createObjectStore(name);
    });
    opening.addEventListener('success', () => {
      const base = opening.result;
      // A newer version in another tab must not wait for this one.
      base.addEventListener('versionchange', () => base.close());
      resolve(base);
    });
    opening.addEventListener('error', () => reject(failure(opening)));
  });
}

function finish<T>(transaction: Transaction, work: (transaction: Transaction) => () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const result = work(transaction);
    transaction.addEventListener('complete', () => resolve(result()));
    transaction.addEventListener('error', () => reject(failure(transaction)));
    transaction.addEventListener('abort', () => reject(failure(transaction)));
  });
}

function failure({ error }: Pick<Asked, 'error'>): Error {
  return error instanceof Error ? error : new Error('device-storage-failed', { cause: error });
}
