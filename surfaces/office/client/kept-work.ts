import type { Item, NotBrought, OutboxView, Room, SyncState } from '../offline/index.ts';

/** What waits on this computer to be sent, as the screens see it. Examples bring their own. */
export type KeptWork = {
  view(): Promise<OutboxView>;
  state(): SyncState;
  /** Told after each change of the outbox, and of the line. */
  subscribe(listener: () => void): () => void;
  room(): Promise<Room>;
  sendNow(): Promise<void>;
  retry(id: string): Promise<void>;
  withdraw(id: string, reason: string): Promise<void>;
  /** Does in place of a refused deed what puts it right. */
  replace(item: Item, input: unknown): Promise<void>;
  /** Everything unsent in one sealed file, for a stick: only the server can open it. */
  exportUnsent(): Promise<Blob>;
  /** Puts back what such a file holds, and tells how many items were missing here; or why not. */
  bringBack(file: Blob): Promise<{ readonly broughtBack: number } | { readonly refused: NotBrought }>;
};
