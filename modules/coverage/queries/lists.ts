import { z } from 'zod';
import { lawAt } from '#law';
import { defineQuery } from '#platform/actions';
import { listFormats } from '#platform/lists';
import { countRefusals, findList, type ListRow, listLists, listRefusedLines } from '../store/lists.ts';

/** Where the file of a list lies and at which line its reading goes on. */
export const listToRead = defineQuery({
  name: 'coverage.list-to-read',
  summary: 'Where the file of a list lies and at which line its reading goes on',
  permission: 'system:coverage',
  input: z.object({ list: z.uuid() }),
  output: z.object({
    list: z.object({ filePath: z.string(), format: z.enum(listFormats), state: z.string(), nextOrdinal: z.int() }),
  }),
  internal: true,
  async run({ tx }, { list: id }) {
    const list = await findList(tx, id);
    if (!list) throw new Error(`list ${id} is not stored`);
    const { filePath, format, state, nextOrdinal } = list;
    return { list: { filePath, format, state, nextOrdinal } };
  },
});

const states = ['receiving', 'held', 'applied', 'unreadable', 'refused', 'set_aside'] as const;
const List = z.object({
  id: z.string(),
  partner: z.string(),
  organism: z.string(),
  scheme: z.string(),
  kind: z.enum(['full', 'changes']),
  reference: z.string(),
  standsOn: z.string(),
  state: z.enum(states),
  heldFor: z.enum(['ends-too-many', 'members-unreadable']).nullable(),
  linesTold: z.int(),
  accepted: z.int(),
  refused: z.int(),
  /** Covers that stood on the list's day before it, and how many of them it leaves out; null for a list of changes. */
  standing: z.int().nullable(),
  ending: z.int().nullable(),
  /** Periods that no longer stand as they were known, and periods written in their place or new. */
  superseded: z.int().nullable(),
  written: z.int().nullable(),
  fault: z.object({ rule: z.string(), place: z.string(), line: z.int() }).nullable(),
  receivedAt: z.string(),
  knownAt: z.string().nullable(),
});

/** What became of one list, with its refused lines by rule: the acknowledgement its sender gets. */
export const oneList = defineQuery({
  name: 'coverage.one-list',
  summary: 'What became of an insurer’s list, with its refused lines by rule',
  permission: 'coverage:read-lists',
  input: z.object({ list: z.uuid() }),
  output: z.object({
    list: List.optional(),
    refusals: z.array(z.object({ rule: z.string(), lines: z.int() })),
  }),
  async run({ tx }, { list: id }) {
    const list = await findList(tx, id);
    return list ? { list: toShown(list), refusals: await countRefusals(tx, id) } : { refusals: [] };
  },
});

/**
 * The lists that came last, the newest first; or those in one state, for instance those held for a person. With the share of a body's covers
 * that its full list may end today without being held.
 */
export const recentLists = defineQuery({
  name: 'coverage.recent-lists',
  summary: 'The insurers’ lists that came last, or those held for a person',
  permission: 'coverage:read-lists',
  input: z.object({
    state: z.enum(states).optional(),
    /** Goes on with those that came before this one. */
    before: z.object({ receivedAt: z.iso.datetime({ offset: true }), list: z.uuid() }).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ lists: z.array(List), more: z.boolean(), largestShareEnded: z.number() }),
  async run({ tx, today }, { state, before, limit }) {
    const rows = await listLists(tx, { state, before, limit: limit + 1 });
    return {
      lists: rows.slice(0, limit).map(toShown),
      more: rows.length > limit,
      largestShareEnded: lawAt(today.toString()).coverage.largestShareEnded.value,
    };
  },
});

const RefusedLine = z.object({
  ordinal: z.int(),
  line: z.int(),
  member: z.string().nullable(),
  place: z.string(),
  rule: z.string(),
});

/** The lines of a list that were refused, each with its place and rule, a page at a time. */
export const refusedLines = defineQuery({
  name: 'coverage.refused-lines',
  summary: 'The refused lines of an insurer’s list, with place and rule',
  permission: 'coverage:read-lists',
  input: z.object({ list: z.uuid(), after: z.int32().default(0), limit: z.int().min(1).max(10_000).default(1_000) }),
  output: z.object({ lines: z.array(RefusedLine) }),
  run: async ({ tx }, page) => ({ lines: await listRefusedLines(tx, page) }),
});

function toShown({
  sourceId: _source,
  filePath: _path,
  fileDigest: _digest,
  format: _format,
  nextOrdinal: _next,
  ...shown
}: ListRow) {
  return shown;
}
