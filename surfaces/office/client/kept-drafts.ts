import type { Outbox, Vault } from '../offline/index.ts';
import type { Draft, DraftStore } from './drafts.ts';

/** What was typed for a request that waits to be sent: should it be refused, it opens again as it was. */
const SENT = 'sent/';

/** Begun work, sealed on the computer: it is there again after a power cut, for this agent alone. */
export function keptDrafts(vault: Vault, outbox: Outbox): DraftStore {
  const read = (key: string) => vault.read<Draft>('drafts', key);
  return {
    keep: (draft) => vault.write({ store: 'drafts', key: draft.id, value: draft }),
    find: async (id) => (await read(id)) ?? (await read(SENT + id)),
    async list() {
      const { entries } = await vault.list<Draft>('drafts');
      const begun = entries.filter(({ key }) => !key.startsWith(SENT));
      return begun.map(({ value }) => value).sort((a, b) => b.changedAt - a.changedAt);
    },
    async remove(id) {
      const draft = await read(id);
      const isWaiting = (await waitingFiles(outbox)).has(`application:${id}`);
      const kept = isWaiting && draft !== undefined ? [{ store: 'drafts', key: SENT + id, value: draft } as const] : [];
      await vault.write({ store: 'drafts', key: id, remove: true }, ...kept);
    },
    keepImage: (key, bytes) => vault.write({ store: 'images', key, bytes }),
    findImage: (key) => vault.readBytes('images', key),
    removeImage: (key) => vault.write({ store: 'images', key, remove: true }),
  };
}

/** What has arrived is at the server: nothing of what was typed for it stays here. */
export async function forgetSentDrafts(vault: Vault, outbox: Outbox): Promise<void> {
  const waiting = await waitingFiles(outbox);
  const { entries } = await vault.list<Draft>('drafts');
  const gone = entries.filter(({ key }) => key.startsWith(SENT) && !waiting.has(`application:${key.slice(SENT.length)}`));
  if (gone.length > 0) await vault.write(...gone.map(({ key }) => ({ store: 'drafts', key, remove: true }) as const));
}

async function waitingFiles(outbox: Outbox): Promise<ReadonlySet<string>> {
  const { entries } = await outbox.view();
  return new Set(entries.filter(({ standing }) => standing.state !== 'acknowledged').map(({ item }) => item.file));
}
