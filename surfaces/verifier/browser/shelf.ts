/** What this device keeps: the key of the agreement, the sets and their pieces, what waits to be asked on line. */
export type Shelf = {
  get<T>(name: string): Promise<T | undefined>;
  set(name: string, value: unknown): Promise<void>;
  /** Takes away everything whose name begins so. */
  drop(beginning: string): Promise<void>;
};

const DATABASE = 'ramed-verifier';
const STORE = 'kept';

export async function openShelf(): Promise<Shelf> {
  const database = await opened();
  const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const request = act(database.transaction(STORE, mode).objectStore(STORE));
    return done(request);
  };
  return {
    get: (name) => run('readonly', (store) => store.get(name)),
    set: async (name, value) => void (await run('readwrite', (store) => store.put(value, name))),
    drop: async (beginning) =>
      void (await run('readwrite', (store) => store.delete(IDBKeyRange.bound(beginning, `${beginning}\uffff`)))),
  };
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('shelf'));
  });
}
