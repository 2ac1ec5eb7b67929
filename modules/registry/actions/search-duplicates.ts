import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { beginSearch } from '../store/search.ts';

/**
 * Begins a search of the whole register for persons who are likely one; while one is under way, that one goes on. The search only finds:
 * nobody is joined by it.
 */
export const searchDuplicates = defineAction({
  name: 'registry.search-duplicates',
  summary: 'Search the whole register for persons who are likely one',
  permission: 'registry:judge-duplicates',
  input: z.object({}),
  output: z.object({ search: z.uuid() }),
  refusals: [],
  async run({ tx, now, today, emit, journal }) {
    const { certainFrom, reviewFrom } = lawAt(today.toString()).registry;
    const own = newId();
    const search = await beginSearch(tx, {
      id: own,
      began_at: now.toString(),
      certain_from: certainFrom.value,
      review_from: reviewFrom.value,
    });
    const reason = search === own ? 'begun' : 'already under way';
    journal({ subject: `duplicate-search:${search}`, territory: '', after: digestOf({ search }), reason });
    emit('registry.search-begun', { search });
    return { search };
  },
});
