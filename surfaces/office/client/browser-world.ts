import { type Locks, openShelf, type Turns, turnsByLease, turnsByLocks, type World } from '../offline/index.ts';

/** The browser as the offline store wants it. */
export const browserWorld: World = {
  indexedDB: indexedDB as unknown as World['indexedDB'],
  keyRange: IDBKeyRange,
  crypto,
  now: Date.now,
  ...(navigator.storage === undefined ? {} : { storage: navigator.storage }),
};

/** Of several tabs one sends: by the browser's locks, or by a lease where there are none. */
export async function turnsHere(): Promise<Turns> {
  if (navigator.locks !== undefined) return turnsByLocks(navigator.locks as unknown as Locks);
  return turnsByLease(await openShelf(browserWorld), browserWorld, crypto.randomUUID());
}
