import type { Vault } from '../offline/index.ts';
import type { Draft, DraftStore } from './drafts.ts';

/** Begun work, sealed on the computer: it is there again after a power cut, for this agent alone. */
export function keptDrafts(vault: Vault): DraftStore {
  return {
    keep: (draft) => vault.write({ store: 'drafts', key: draft.id, value: draft }),
    find: (id) => vault.read<Draft>('drafts', id),
    async list() {
      const { entries } = await vault.list<Draft>('drafts');
      return entries.map(({ value }) => value).sort((a, b) => b.changedAt - a.changedAt);
    },
    remove: (id) => vault.write({ store: 'drafts', key: id, remove: true }),
  };
}
