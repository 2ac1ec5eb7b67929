export { bringBack, exportUnsent, type NotBrought } from './export.ts';
export type { Author, Entry, Item, Receipt, Standing, State, Trouble, TroubleCode, Work } from './item.ts';
export {
  isGoodPin,
  isOpened,
  type NotOpened,
  type OfficeComputer,
  openOfficeComputer,
  type Room,
  type SignedInAgent,
  type Tile,
} from './office-computer.ts';
export { byId, type Hold, holdOf } from './order.ts';
export { type Counts, type Doing, type NewPage, type Outbox, type OutboxView, openOutbox } from './outbox.ts';
export type { LineState, Wire } from './sending.ts';
export { openShelf } from './shelf.ts';
export { type Sync, type SyncParts, type SyncState, startSync } from './sync.ts';
export { type Locks, type Turns, turnsByLease, turnsByLocks } from './turns.ts';
export type { Damaged, StoreName, Vault, Write } from './vault.ts';
export type { World } from './world.ts';
