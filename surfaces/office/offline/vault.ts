import { aboutPlace, DoesNotOpen, importAesKey, seal, toBytes, toText, unseal } from './seal.ts';
import type { Sealed, Shelf } from './shelf.ts';
import type { Bytes, Key, World } from './world.ts';

/** What an agent keeps on a computer. `outbox` holds what was done, `standing` how far each of it has come. */
export type StoreName = 'answers' | 'drafts' | 'outbox' | 'standing' | 'images' | 'settings';

/** A record that no longer opens. It stays where it is, is told in words, and hides nothing else. */
export type Damaged = { readonly store: StoreName; readonly key: string };

export type Write = { readonly store: StoreName; readonly key: string } & (
  | { readonly value: unknown }
  | { readonly bytes: Bytes }
  | { readonly remove: true }
);

/**
 * The open store of one agent. Values are kept as JSON, images as bytes; all of it is sealed before it touches the disk, and a list of writes is
 * done whole or not at all. After `lock` every call throws `vault-locked`: nothing is left in memory that opens a record.
 */
export type Vault = {
  readonly agent: string;
  isOpen(): boolean;
  read<T>(store: StoreName, key: string): Promise<T | undefined>;
  readBytes(store: StoreName, key: string): Promise<Bytes | undefined>;
  list<T>(
    store: StoreName,
  ): Promise<{ readonly entries: readonly { key: string; value: T }[]; readonly damaged: readonly Damaged[] }>;
  write(...writes: readonly Write[]): Promise<void>;
  /** The next number of a row that never goes back, whatever the clock does. */
  nextNumber(row: string): Promise<number>;
  /** A record as it lies sealed, for the export of what does not open. */
  readSealed(store: StoreName, key: string): Promise<Sealed | undefined>;
  setPin(pin: string): Promise<void>;
  lock(): void;
};

type Opened = {
  readonly world: World;
  readonly shelf: Shelf;
  readonly agent: string;
  readonly dataKey: Bytes;
  setPin(pin: string, dataKey: Bytes): Promise<void>;
  onLock(): void;
};

export async function openVault({ world, shelf, agent, dataKey, setPin, onLock }: Opened): Promise<Vault> {
  let raw: Bytes | undefined = new Uint8Array(dataKey);
  let key: Key | undefined = await importAesKey(world.crypto, dataKey);
  const held = (): Key => {
    if (!key) throw new Error('vault-locked');
    return key;
  };
  const readBytes = async (store: StoreName, name: string) => {
    const place = { agent, store, key: name };
    const opening = held();
    const record = await shelf.read(place);
    return record && unseal(world.crypto, opening, { record, about: aboutPlace(place) });
  };
  return {
    agent,
    isOpen: () => key !== undefined,
    readBytes,
    async read<T>(store: StoreName, name: string) {
      const bytes = await readBytes(store, name);
      return bytes && (JSON.parse(toText(bytes)) as T);
    },
    list: async (store) => listOpened({ world, shelf, agent, key: held() }, store),
    async write(...writes) {
      const sealing = held();
      await shelf.write(await Promise.all(writes.map((write) => sealedWrite({ world, agent, key: sealing }, write))));
    },
    nextNumber: (row) => shelf.changeOpen<number>(`number:${agent}:${row}`, (earlier = 0) => earlier + 1),
    readSealed: (store, name) => shelf.read({ agent, store, key: name }),
    async setPin(pin) {
      if (!raw) throw new Error('vault-locked');
      return setPin(pin, raw);
    },
    lock() {
      raw?.fill(0);
      raw = undefined;
      key = undefined;
      onLock();
    },
  };
}

type Sealing = { readonly world: World; readonly agent: string; readonly key: Key };

async function listOpened<T>({ world, shelf, agent, key }: Sealing & { readonly shelf: Shelf }, store: StoreName) {
  const lying = await shelf.list(agent, store);
  const opened = await Promise.all(
    lying.map(async (one): Promise<{ key: string; value: T } | undefined> => {
      try {
        const about = aboutPlace({ agent, store, key: one.key });
        const bytes = await unseal(world.crypto, key, { record: one.record, about });
        return { key: one.key, value: JSON.parse(toText(bytes)) as T };
      } catch (error) {
        if (!(error instanceof DoesNotOpen || error instanceof SyntaxError || error instanceof TypeError)) throw error;
        return undefined;
      }
    }),
  );
  return {
    entries: opened.filter((one) => one !== undefined),
    damaged: lying.filter((_, index) => opened[index] === undefined).map(({ key: name }): Damaged => ({ store, key: name })),
  };
}

async function sealedWrite({ world, agent, key }: Sealing, write: Write) {
  const place = { agent, store: write.store, key: write.key };
  if ('remove' in write) return { ...place, record: undefined };
  const bytes = 'bytes' in write ? write.bytes : toBytes(JSON.stringify(write.value));
  return { ...place, record: await seal(world.crypto, key, { bytes, about: aboutPlace(place) }) };
}
