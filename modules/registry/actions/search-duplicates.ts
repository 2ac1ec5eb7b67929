import { z } from 'zod';
import { lawAt } from '#law';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { Temporal } from '#platform/dates';
import { newId } from '#platform/ids';
import { readFrom } from '../model/matching/newcomers.ts';
import { soundRules } from '../model/name-keys.ts';
import { findBase } from '../store/newcomers.ts';
import { type Beginning, beginSearch } from '../store/search.ts';

/** After so many days the weights are learned anew, of everyone. */
const WHOLE_AGAIN_AFTER_DAYS = 30;

/**
 * Begins a search of the register for persons who are likely one: of all of it, or of newcomers, who are held against what was searched before.
 * `due`: of newcomers, unless the whole was last searched too long ago. Of all of it whatever was asked, where newcomers have nothing to be
 * held against. While a search is under way, that one goes on. The search only finds: nobody is joined by it.
 */
export const searchDuplicates = defineAction({
  name: 'registry.search-duplicates',
  summary: 'Search the register for persons who are likely one: all of it, or newcomers against the rest',
  permission: 'registry:judge-duplicates',
  input: z.object({ reach: z.enum(['whole', 'newcomers', 'due']).default('whole') }),
  output: z.object({ search: z.uuid() }),
  refusals: [],
  async run(context, { reach }) {
    const { tx, emit, journal } = context;
    const beginning = await toBeginning(context, reach);
    const search = await beginSearch(tx, beginning);
    const reason = search === beginning.id ? `begun: ${beginning.reach}` : 'already under way';
    journal({ subject: `duplicate-search:${search}`, territory: '', after: digestOf({ search }), reason });
    emit('registry.search-begun', { search });
    return { search };
  },
});

async function toBeginning({ tx, now, today }: DeedContext, reach: 'whole' | 'newcomers' | 'due'): Promise<Beginning> {
  const { certainFrom, reviewFrom } = lawAt(today.toString()).registry;
  const bounds = { certain_from: certainFrom.value, review_from: reviewFrom.value };
  const own = { id: newId(), began_at: now.toString(), rules: soundRules, ...bounds };
  const whole = { reach: 'whole', whole_id: null, since: null, since_at: null, first_new: 0, estimate: null } as const;
  const base = reach === 'whole' ? undefined : await findBase(tx);
  if (base?.estimate == null || base.rules !== soundRules) return { ...own, ...whole };
  const oldest = now.subtract({ hours: 24 * WHOLE_AGAIN_AFTER_DAYS });
  const isOld = base.ended_at !== null && Temporal.Instant.compare(Temporal.Instant.from(base.ended_at), oldest) < 0;
  if (reach === 'due' && isOld) return { ...own, ...whole };
  const from = { since: readFrom(base.last_id), since_at: base.last_began_at };
  return { ...own, reach: 'newcomers', whole_id: base.id, ...from, first_new: base.next_n, estimate: base.estimate };
}
