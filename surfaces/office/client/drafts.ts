/** Something begun and not sent: what it is called, and all that is needed to go on with it. */
export type Draft = {
  readonly id: string;
  readonly kind: 'entry' | 'receipt' | 'agenda' | 'enquiry' | 'papers' | 'cards';
  readonly label: string;
  readonly changedAt: number;
  readonly content: unknown;
};

/** Where begun work is kept until it is sent or given up: sealed on the computer, for the agent alone. */
export type DraftStore = {
  keep(draft: Draft): Promise<void>;
  find(id: string): Promise<Draft | undefined>;
  /** The last changed first. */
  list(): Promise<readonly Draft[]>;
  remove(id: string): Promise<void>;
  /** Images that belong to begun work, as they were taken. */
  keepImage(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  findImage(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  removeImage(key: string): Promise<void>;
};

/** Drafts that last as long as the page is open. */
export function draftsInMemory(first: readonly Draft[] = []): DraftStore {
  const kept = new Map(first.map((draft) => [draft.id, draft]));
  const images = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    keep: async (draft) => void kept.set(draft.id, draft),
    find: async (id) => kept.get(id),
    list: async () => [...kept.values()].sort((a, b) => b.changedAt - a.changedAt),
    remove: async (id) => void kept.delete(id),
    keepImage: async (key, bytes) => void images.set(key, bytes),
    findImage: async (key) => images.get(key),
    removeImage: async (key) => void images.delete(key),
  };
}
