import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import type { Instant } from '#platform/dates';
import { stillSince } from '#platform/jobs';
import { findLastSearch, findSearchUnderWay, type LastSearch, type SearchSeen } from '../store/search.ts';

const Searched = z.object({ endedAt: z.string(), persons: z.int(), compared: z.int() });

/**
 * Whether the register is being searched for persons who are likely one, since when and how far; the search of the whole register that ended
 * last, and what was searched of newcomers since. It shows nobody.
 */
export const duplicateSearch = defineQuery({
  name: 'registry.duplicate-search',
  summary: 'Whether a search of the register is under way, and the one that ended last',
  permission: 'registry:judge-duplicates',
  input: z.object({}),
  output: z.object({
    underWay: z
      .object({
        ...{ beganAt: z.string(), persons: z.int(), compared: z.int() },
        /** Since when nothing has moved, where that is too long: its job died, and beginning it goes on with it. */
        stillSince: z.string().optional(),
      })
      .optional(),
    last: Searched.extend({ newcomers: Searched.optional() }).optional(),
  }),
  async run({ tx, now: at }) {
    const [now, last] = [await findSearchUnderWay(tx), await findLastSearch(tx)];
    return {
      ...(now ? { underWay: toUnderWay(now, at) } : {}),
      ...(last ? { last: toLast(last) } : {}),
    };
  },
});

function toUnderWay({ began_at: beganAt, moved_at, persons, compared }: SearchSeen, at: Instant) {
  return { beganAt, persons, compared, ...stillSince(moved_at ?? beganAt, at) };
}

function toLast({ newcomers, ...whole }: LastSearch) {
  return { ...toSearched(whole), ...(newcomers ? { newcomers: toSearched(newcomers) } : {}) };
}

function toSearched({ ended_at: endedAt, persons, compared }: NonNullable<LastSearch['newcomers']>): z.infer<typeof Searched> {
  return { endedAt, persons, compared };
}
