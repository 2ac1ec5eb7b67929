import type { z } from 'zod';
import { filesOfBatch, oneFile, recentBatches } from '#modules/applications';
import { cardsOfRegistrations } from '#modules/cards';
import { registrationsOfRequests } from '#modules/entitlements';
import type { Query } from '#platform/actions';
import { toDate } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from './house.ts';
import type { SampleFile } from './portal/pages/sample-files.tsx';

/**
 * Up to three files of the rehearsed sample worth opening: a family admitted as poor that has its card, a widow's if there is one; one that
 * must pay first; one that was held, refused or set aside. The families are invented, so their birth dates may be told; never asked for in
 * production.
 */
export async function findSampleFiles(house: House): Promise<SampleFile[]> {
  const ask = asking(house);
  const batch = (await ask(recentBatches, { limit: 100 })).batches.find(
    ({ rehearsal, sender }) => rehearsal && sender === SAMPLE_SENDER,
  );
  if (!batch) return [];
  const { files } = await ask(filesOfBatch, { batch: batch.id, limit: MOST_READ });
  const found = [await findPoor(ask, files), await findVulnerable(ask, files), findStopped(files)];
  return found.filter((sample) => sample !== undefined);
}

/** Who sends the sample that is delivered with the code: a file that somebody processed is never shown. */
export const SAMPLE_SENDER = 'population-b38a93fd';

/** Enough to meet every story in a sample, whatever the size of the batch. */
const MOST_READ = 2_000;
const WIDOWS_SOUGHT = 60;

type Ask = <I extends z.ZodType, O extends z.ZodType>(query: Query<I, O>, input: z.input<I>) => Promise<z.output<O>>;
type BatchFile = z.output<typeof filesOfBatch.output>['files'][number];

function asking({ desk }: House): Ask {
  const actor = systemActor('samples');
  return async (query, input) => expectDone(await desk.ask(query, input, { actor }), query.name);
}

async function findPoor(ask: Ask, files: readonly BatchFile[]): Promise<SampleFile | undefined> {
  const poor = files.filter(({ state, outcome }) => state === 'registered' && outcome === 'poor').slice(0, WIDOWS_SOUGHT);
  const carded = await Promise.all(poor.map(async (file) => ((await hasCard(ask, file)) ? file : undefined)));
  const candidates = carded.filter((file) => file !== undefined);
  const widows = await Promise.all(candidates.map((file) => isWidows(ask, file)));
  const chosen = candidates.find((_file, index) => widows[index]) ?? candidates[0];
  return chosen && toSample('poor', chosen);
}

async function hasCard(ask: Ask, { id }: BatchFile): Promise<boolean> {
  const { registrations } = await ask(registrationsOfRequests, { applications: [id] });
  const { cards } = await ask(cardsOfRegistrations, { registrations: registrations.map(({ number }) => number) });
  return cards.length > 0;
}

async function isWidows(ask: Ask, { id }: BatchFile): Promise<boolean> {
  const head = (await ask(oneFile, { application: id })).file?.declaration.members[0];
  return head?.sex === 'F' && head.marital_status === 'widowed';
}

async function findVulnerable(ask: Ask, files: readonly BatchFile[]): Promise<SampleFile | undefined> {
  const vulnerable = files.filter(({ state, outcome }) => state === 'registered' && outcome === 'vulnerable');
  const { registrations } = await ask(registrationsOfRequests, { applications: vulnerable.map(({ id }) => id) });
  const waiting = new Set(registrations.filter(({ right }) => right?.state === 'pending_payment').map((one) => one.request_id));
  const chosen = vulnerable.find(({ id }) => waiting.has(id));
  return chosen && toSample('vulnerable', chosen);
}

const stops: readonly (readonly [SampleFile['story'], (file: BatchFile) => boolean])[] = [
  ['held', ({ state }) => state === 'held'],
  ['refused', ({ state, outcome }) => state === 'closed' && outcome === 'refused'],
  ['discordant', ({ state }) => state === 'discordant'],
];

function findStopped(files: readonly BatchFile[]): SampleFile | undefined {
  const stories = stops.flatMap(([story, is]) =>
    files
      .filter(is)
      .slice(0, 1)
      .map((file) => toSample(story, file)),
  );
  return stories[0];
}

function toSample(story: SampleFile['story'], { number, birthDate }: BatchFile): SampleFile {
  return { number, story, birth: toDate(birthDate) };
}
