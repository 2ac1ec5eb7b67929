import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { advanceSearch } from '../actions/advance-search.ts';
import { searchDuplicates } from '../actions/search-duplicates.ts';

/** Every night: what was stated since is held against the rest, now and then everyone anew; and a search that was cut goes on. */
export const searchNightly: Job = {
  name: 'registry.search-nightly',
  nightly: '0:30',
  async handle(context) {
    const by = { actor: context.actor, key: context.key };
    expectDone(await context.desk.do(searchDuplicates, { reach: 'due' }, by), 'search-duplicates');
    return undefined;
  },
};

/** Takes a search to its end, portion by portion. Cut and tried again, it goes on where the search is. */
export const runSearch: Job<{ search: string }> = {
  name: 'registry.run-search',
  on: 'registry.search-begun',
  async handle(context, { search }) {
    for (let turn = 0; ; turn += 1) if ((await advance(context, search, turn)) === 'ended') return undefined;
  },
};

async function advance(context: JobContext, search: string, turn: number) {
  const by = { actor: context.actor, key: `${context.key}:${turn}` };
  return expectDone(await context.desk.do(advanceSearch, { search }, by), 'advance-search').step;
}
