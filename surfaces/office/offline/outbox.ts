import type { Json } from '#platform/canonical-json';
import type { Refusal } from '#platform/refusals';
import { type Author, begun, type Entry, type Item, type Receipt, type Standing, type Trouble, type Work } from './item.ts';
import { byId, hasArrived, inOrder, isUnsent } from './order.ts';
import { sha256 } from './seal.ts';
import type { Damaged, Vault, Write } from './vault.ts';
import type { Bytes, World } from './world.ts';

/** A deed that an agent has done, and the pages of papers that belong to it. */
export type Doing = {
  readonly deed: string;
  readonly input: Json;
  /** What it is about, `application:<id>`: deeds of one file keep their order. */
  readonly file: string;
  readonly label: string;
  readonly pages?: readonly NewPage[];
  /** Items that must have arrived before this one. */
  readonly waitsFor?: readonly string[];
  /** The draft that this deed makes an end of: gone in the same moment as the deed is kept. */
  readonly draft?: string;
};

export type NewPage = { readonly kind: string; readonly bytes: Bytes; readonly label: string };

export type Counts = { readonly unsent: number; readonly refused: number; readonly broken: number; readonly bytes: number };

export type OutboxView = {
  readonly entries: readonly Entry[];
  /** Items whose record does not open: only their key is known. */
  readonly damaged: readonly string[];
  readonly counts: Counts;
  /** When the last one arrived, by the server's clock. */
  readonly lastArrival: string | undefined;
};

/** What an agent has done and the server has not yet taken. Nothing leaves it but by the server's receipt or by its author, with a reason. */
export type Outbox = {
  readonly author: Author;
  add(doing: Doing): Promise<readonly Item[]>;
  addPages(
    to: { application: string; file: string; waitsFor: readonly string[] },
    pages: readonly NewPage[],
  ): Promise<readonly Item[]>;
  view(): Promise<OutboxView>;
  imageOf(item: Item): Promise<Bytes | undefined>;
  markSent(id: string): Promise<void>;
  acknowledge(item: Item, receipt: Receipt, output: Json): Promise<void>;
  refuse(id: string, refusal: Refusal): Promise<void>;
  /** Not arrived, or not known to have: it stays. `counts`: the trouble is the item's own, not the line's. */
  keep(id: string, trouble: Trouble, counts: boolean): Promise<Standing>;
  setAside(id: string, trouble: Trouble): Promise<void>;
  /** Begins anew with a refused or broken item, as it is. */
  retry(id: string): Promise<void>;
  /** Does in place of a refused item what puts it right: pages that wait for the one wait for the other. */
  replace(id: string, input: Json): Promise<Item>;
  /** Taken out by its author. It stays to be read and exported, with the reason, and is sent no more. */
  withdraw(id: string, reason: string): Promise<void>;
  /** Forgets a refused deed that its author was told of at once and still has before them in the form, with its pages. */
  drop(id: string): Promise<void>;
  /** Puts back items of an export, under their own keys; those that are here already stay as they are. */
  bringBack(items: readonly { item: Item; image?: Bytes }[]): Promise<number>;
  /** Forgets all but the last of those that have arrived. */
  tidy(keep: number): Promise<void>;
};

type Making = { readonly world: Pick<World, 'crypto' | 'now'>; readonly vault: Vault; readonly author: Author; newId(): string };

export function openOutbox(making: Making): Outbox {
  const { vault, world, author } = making;
  const now = () => new Date(world.now()).toISOString();
  const change = (id: string, next: (standing: Standing) => Standing, ...more: readonly Write[]) =>
    changeStanding(vault, id, next, more);
  return {
    author,
    add: (doing) => addDoing(making, doing),
    addPages: (to, pages) => addPages(making, to, pages),
    view: () => viewOf(vault),
    imageOf: async ({ work }) => (work.does === 'page' ? vault.readBytes('images', work.image) : undefined),
    markSent: async (id) =>
      void (await change(id, (standing) => ({ ...standing, state: 'sent', tries: standing.tries + 1, lastTriedAt: now() }))),
    acknowledge: (item, receipt, output) => acknowledge(vault, item, { receipt, output }),
    refuse: async (id, refusal) => void (await change(id, ({ tries }) => ({ state: 'refused', tries, failures: 0, refusal }))),
    keep: (id, trouble, counts) =>
      change(id, (standing) => ({
        ...standing,
        state: 'waiting',
        trouble,
        failures: counts ? standing.failures + 1 : standing.failures,
      })),
    setAside: async (id, trouble) => void (await change(id, (standing) => ({ ...standing, state: 'quarantined', trouble }))),
    retry: async (id) => void (await change(id, ({ tries }) => ({ ...begun, tries }))),
    replace: (id, input) => replaceItem(making, id, input),
    withdraw: async (id, reason) => void (await change(id, (standing) => ({ ...standing, state: 'withdrawn', reason }))),
    drop: (id) => drop(vault, id),
    bringBack: (items) => bringBack(vault, items),
    tidy: (keep) => tidy(vault, keep),
  };
}

async function addDoing(making: Making, { deed, input, file, label, pages = [], waitsFor = [], draft }: Doing) {
  const first = await newItem(making, { file, label, waitsFor, work: { does: 'deed', deed, input } });
  const application = file.slice(file.indexOf(':') + 1);
  const drawn = await drawPages(making, { application, file, waitsFor: [first.id] }, pages);
  const done: Write[] = draft === undefined ? [] : [{ store: 'drafts', key: draft, remove: true }];
  await making.vault.write({ store: 'outbox', key: first.id, value: first }, ...drawn.writes, ...done);
  return [first, ...drawn.items];
}

type PagesTo = { readonly application: string; readonly file: string; readonly waitsFor: readonly string[] };

async function addPages(making: Making, to: PagesTo, pages: readonly NewPage[]): Promise<readonly Item[]> {
  const { items, writes } = await drawPages(making, to, pages);
  await making.vault.write(...writes);
  return items;
}

async function drawPages(making: Making, { application, file, waitsFor }: PagesTo, pages: readonly NewPage[]) {
  const items: Item[] = [];
  const writes: Write[] = [];
  for (const { kind, bytes, label } of pages) {
    const image = making.newId();
    const checksum = await sha256(making.world.crypto, bytes);
    const work = { does: 'page', application, kind, image, checksum, bytes: bytes.length } as const;
    const item = await newItem(making, { file, label, waitsFor, work });
    items.push(item);
    writes.push({ store: 'outbox', key: item.id, value: item }, { store: 'images', key: image, bytes });
  }
  return { items, writes };
}

type Drawn = { readonly file: string; readonly label: string; readonly waitsFor: readonly string[]; readonly work: Work };

async function newItem({ vault, world, author, newId }: Making, drawn: Drawn): Promise<Item> {
  const seq = await vault.nextNumber('outbox');
  return { id: newId(), seq, author, madeAt: new Date(world.now()).toISOString(), ...drawn };
}

async function viewOf(vault: Vault): Promise<OutboxView> {
  const items = await vault.list<Item>('outbox');
  const standings = new Map((await vault.list<Standing>('standing')).entries.map(({ key, value }) => [key, value]));
  const entries = inOrder(items.entries.map(({ key, value: item }) => ({ item, standing: standings.get(key) ?? begun })));
  const damaged = items.damaged.map(({ key }: Damaged) => key);
  const lastArrival = await vault.read<string>('settings', 'last-arrival').catch(() => undefined);
  return { entries, damaged, counts: countsOf(entries, damaged), lastArrival };
}

function countsOf(entries: readonly Entry[], damaged: readonly string[]): Counts {
  const unsent = entries.filter(isUnsent);
  const having = (state: Standing['state']) => unsent.filter(({ standing }) => standing.state === state).length;
  return {
    unsent: unsent.length + damaged.length,
    refused: having('refused'),
    broken: having('quarantined') + damaged.length,
    bytes: unsent.reduce((sum, { item: { work } }) => sum + (work.does === 'page' ? work.bytes : 0), 0),
  };
}

async function changeStanding(
  vault: Vault,
  id: string,
  next: (standing: Standing) => Standing,
  more: readonly Write[] = [],
): Promise<Standing> {
  const standing = next((await vault.read<Standing>('standing', id).catch(() => undefined)) ?? begun);
  await vault.write({ store: 'standing', key: id, value: standing }, ...more);
  return standing;
}

/** What arrived is the server's: of the answers and images nothing stays here but the receipt and what the deed gave. */
async function acknowledge(vault: Vault, item: Item, { receipt, output }: { receipt: Receipt; output: Json }): Promise<void> {
  const { id, work } = item;
  const emptied: Item = { ...item, work: work.does === 'deed' ? { ...work, input: null } : work };
  const image: Write[] = work.does === 'page' ? [{ store: 'images', key: work.image, remove: true }] : [];
  await changeStanding(vault, id, ({ tries }) => ({ state: 'acknowledged', tries, failures: 0, receipt, output }), [
    { store: 'outbox', key: id, value: emptied },
    { store: 'settings', key: 'last-arrival', value: receipt.receivedAt },
    ...image,
  ]);
}

async function replaceItem(making: Making, id: string, input: Json): Promise<Item> {
  const earlier = await making.vault.read<Item>('outbox', id);
  if (earlier?.work.does !== 'deed') throw new Error('nothing-to-replace');
  const { file, label, waitsFor } = earlier;
  const drawn = await newItem(making, { file, label, waitsFor, work: { ...earlier.work, input } });
  const item = { ...drawn, replaces: id };
  await changeStanding(making.vault, id, (standing) => ({ ...standing, state: 'replaced' }), [
    { store: 'outbox', key: item.id, value: item },
  ]);
  return item;
}

async function drop(vault: Vault, id: string): Promise<void> {
  const { entries } = await viewOf(vault);
  const gone = entries.filter(({ item }) => item.id === id || item.waitsFor.includes(id));
  const writes = gone.flatMap(({ item }): Write[] => [
    { store: 'outbox', key: item.id, remove: true },
    { store: 'standing', key: item.id, remove: true },
    ...(item.work.does === 'page' ? [{ store: 'images', key: item.work.image, remove: true } as const] : []),
  ]);
  if (writes.length > 0) await vault.write(...writes);
}

async function bringBack(vault: Vault, items: readonly { item: Item; image?: Bytes }[]): Promise<number> {
  const { entries, damaged } = await viewOf(vault);
  const here = new Set([...entries.map(({ item }) => item.id), ...damaged]);
  const missing = items.filter(({ item }) => !here.has(item.id)).sort((a, b) => a.item.seq - b.item.seq);
  for (const { item, image } of missing) {
    const kept = { ...item, seq: await vault.nextNumber('outbox') };
    const bytes: Write[] = item.work.does === 'page' && image ? [{ store: 'images', key: item.work.image, bytes: image }] : [];
    await vault.write({ store: 'outbox', key: item.id, value: kept }, ...bytes);
  }
  return missing.length;
}

async function tidy(vault: Vault, keep: number): Promise<void> {
  const { entries } = await viewOf(vault);
  const known = byId(entries);
  const arrived = entries.filter(({ item }) => hasArrived(item.id, known)).slice(0, -keep || undefined);
  const gone = arrived.flatMap(({ item }): Write[] => [
    { store: 'outbox', key: item.id, remove: true },
    { store: 'standing', key: item.id, remove: true },
  ]);
  if (gone.length > 0) await vault.write(...gone);
}
