import { z } from 'zod';
import { type Holding, listHolding } from '#modules/verifications';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { casablancaMidnight } from '#platform/dates';
import { mayDo } from '#platform/permissions';
import { communesWithin } from '../model/jurisdiction.ts';
import type { State } from '../model/lifecycle.ts';
import { neededKinds } from '../model/needed-papers.ts';
import { type Queue, queuesOf } from '../model/queues.ts';
import { readSearch } from '../model/search-text.ts';
import { lateSince, waitingOf, whyHere } from '../model/waiting.ts';
import { listIdsByCards, listIdsByNumber, listIdsByPhone } from '../store/finding.ts';
import { countQueues, listQueuePage, type QueuedFile } from '../store/queues.ts';
import { Brief, bearersOf, StateName, toBrief } from './found-file.ts';

const Place = z.object({ since: z.iso.datetime({ offset: true }), id: z.uuid() });

const Listed = Brief.extend({
  /** Why it is there: the last step it took, with the papers that were asked for. */
  why: z.string(),
  papers: z.array(z.enum(neededKinds)),
  note: z.string().optional(),
  /** The partners that hold it up: silent since a moment, or answering otherwise than was declared. */
  partners: z.array(z.object({ partner: z.string(), silentSince: z.string().optional() })),
  days: z.int(),
  standing: z.enum(['on-time', 'warning', 'late']),
});

/**
 * What waits for the asker and what waits for others, by what the post may do: how many files each queue holds, how many of them too long,
 * since when the oldest; and a page of one of them, the longest waiting first. `search` looks inside that queue for a number, a card, a
 * telephone or a name. `next` continues the list.
 */
export const myWork = defineQuery({
  name: 'applications.my-work',
  summary: 'What waits for me and what waits for others, with a page of one queue',
  permission: 'applications:read',
  input: z.object({
    queue: StateName.optional(),
    search: z.string().trim().max(160).optional(),
    limit: z.int().min(1).max(100).default(50),
    after: Place.optional(),
    /** A next page needs no counts again. */
    counted: z.boolean().default(true),
  }),
  output: z.object({
    queues: z.array(
      z.object({
        state: StateName,
        whose: z.enum(['mine', 'others']),
        files: z.int(),
        late: z.int(),
        oldest: z.string().nullable(),
      }),
    ),
    queue: StateName.optional(),
    files: z.array(Listed),
    next: Place.optional(),
  }),
  async run(context, { queue: asked, search, limit, after, counted }) {
    const communes = communesWithin(context.actor.scopes);
    const queues = queuesOf(context.actor);
    const counts = counted ? await countsOf(context, communes, queues) : [];
    const state = (queues.find((queue) => queue.state === asked) ?? queues[0])?.state;
    if (!state) return { queues: counts, files: [] };
    const among = search ? await idsFor(context, search) : undefined;
    const page = { state, communes, limit: limit + 1, after, among };
    const rows = among?.length === 0 ? [] : await listQueuePage(context.tx, page);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const holding = Map.groupBy(await holdingOf(context, state, shown), ({ request }) => request);
    return {
      ...{ queues: counts, queue: state, files: shown.map((row) => toListed(row, context, holding.get(row.id) ?? [])) },
      ...(last ? { next: { since: last.since, id: last.id } } : {}),
    };
  },
});

async function countsOf({ tx, today }: QuestionContext, communes: readonly string[] | undefined, queues: readonly Queue[]) {
  const asked = queues.map(({ state }) => {
    const day = lateSince(state, today);
    return { state, lateSince: day && casablancaMidnight(day).toString() };
  });
  const counts = new Map((await countQueues(tx, communes, asked)).map((count) => [count.state, count]));
  return queues.map(({ state, whose }) => {
    const { files = 0, late = 0, oldest = null } = counts.get(state) ?? {};
    return { state, whose, files, late, oldest };
  });
}

/** As many files as bear what was typed; the queue tells which of them stand in it. */
const MOST_FOUND = 200;

async function idsFor(context: QuestionContext, search: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const understood of readSearch(search)) {
    const { kind, value } = understood;
    if (kind === 'number') ids.push(...(await listIdsByNumber(context.tx, value)));
    if (kind === 'phone') ids.push(...(await listIdsByPhone(context.tx, value, MOST_FOUND)));
    if (kind === 'card') ids.push(...(await listIdsByCards(context.tx, [value], MOST_FOUND)).map(({ id }) => id));
    if (kind !== 'name' || !mayDo(context.actor, 'registry:search')) continue;
    const { bornFrom, bornTo } = understood;
    const { persons } = await bearersOf(context, { name: value, bornFrom, bornTo, most: 50 });
    ids.push(...persons.flatMap(({ requests }) => requests));
  }
  return ids;
}

/** Only while a request is with the partners, or because of what one answered. */
function holdingOf({ tx }: QuestionContext, state: State, rows: readonly QueuedFile[]): Promise<readonly Holding[]> {
  if (state !== 'checking' && state !== 'discordant') return Promise.resolve([]);
  return listHolding(
    tx,
    rows.map(({ id }) => id),
  );
}

function toListed(row: QueuedFile, { today }: QuestionContext, holding: readonly Holding[]): z.input<typeof Listed> {
  const { papers, ...why } = whyHere(row);
  const partners = holding.map(({ partner, silentSince }) => ({ partner, ...(silentSince ? { silentSince } : {}) }));
  return { ...toBrief(row), ...why, papers: [...papers], partners, ...waitingOf(row.state, row.since, today) };
}
