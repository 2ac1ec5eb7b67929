import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { filesOfBatch, filesReady, oneFile, recentBatches } from '#modules/applications';
import { askEnquiry, examineAppeal, takeAppeal } from '#modules/commissions';
import type { Query } from '#platform/actions';
import { today } from '#platform/clock';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { writePopulation } from '../../../modules/applications/testing/population/index.ts';
import { receiveBatchFile } from '../../gateway/batch-files.ts';
import type { House } from '../../house.ts';
import { SAMPLE_SENDER } from '../../samples.ts';
import { actorFor } from './hold-sittings.ts';

/** Where the work lies: the town whose commission the whole cast sits on. */
const TOWN = '05.081.01.01';
const FAMILIES = 60;
const ENQUIRIES = 2;
const APPEALS = 3;
/** Who sends the families whose road the cast leaves to people: the population of this seed. */
const SEED = 'azilal-town';
/** Beyond every population that somebody may process, so that no card number is there twice. */
const FIRST = 3_900_001;
const SENDER = 'population-56a1f3a1';

/** States in which the machines still have something to do. */
const unsettled: readonly string[] = ['filed', 'checking'];

export type LeavingWork = {
  /** Lets the worker go on for a moment. */
  readonly pause: () => Promise<unknown>;
  /** So many pauses, and what is not checked by then is left to be checked later. */
  readonly patience: number;
};

/**
 * Leaves a newcomer something to do at every post, once: families of one town that are checked and scored and that nobody has decided on, of
 * whom some wait for a field agent, some for a verification officer; and families of the sample that contest what was decided, two of them
 * admitted to a hearing. Returns how many files wait for a sitting; nothing when it was done before, or where the sample was never taken along.
 */
export async function leaveWork(house: House, leaving: LeavingWork): Promise<number | undefined> {
  const { batches } = await askHouse(house, recentBatches, { limit: 100 });
  if (batches.some(({ sender }) => sender === SENDER)) return undefined;
  const sample = batches.find(({ rehearsal, sender }) => rehearsal && sender === SAMPLE_SENDER);
  if (!sample) return undefined;
  await contest(house, sample.id);
  await awaitScores(house, await receiveFamilies(house), leaving);
  return askForEnquiries(house);
}

async function awaitScores(house: House, batch: string, { pause, patience }: LeavingWork): Promise<void> {
  for (let paused = 0; paused < patience; paused++) {
    await pause();
    const [newest] = (await askHouse(house, recentBatches, { limit: 1 })).batches;
    const { files } = await askHouse(house, filesOfBatch, { batch });
    if (newest?.state !== 'receiving' && !files.some(({ state }) => unsettled.includes(state))) return;
  }
}

async function receiveFamilies(house: House): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ramed-town-'));
  const file = join(folder, 'families.xml');
  const day = today(house.clock);
  try {
    const families = { households: FAMILIES, first: FIRST, seed: SEED, commune: TOWN };
    const filed = { filedFrom: addDays(day, -30).toString(), filedTo: addDays(day, -3).toString() };
    await writePopulation({ ...filed, file, format: 'xml', ...families, errors: 'usual' });
    const received = await receiveBatchFile(house, createReadStream(file), { actor: systemActor('start'), rehearsal: false });
    if (isRefusal(received)) throw new Error(`the families of ${TOWN} were refused: ${received.refused}`);
    return received.batch;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The secretary has a field agent look at the first ones before they go to a sitting. */
async function askForEnquiries(house: House): Promise<number> {
  const { files } = await askHouse(house, filesReady, { rehearsal: false });
  const ready = files.filter(({ territory }) => territory === TOWN);
  const secretary = await actorFor(handOf(house), 'commission-secretary', TOWN);
  const question = 'Voir le logement et demander qui y vit.';
  for (const { id } of ready.slice(0, ENQUIRIES)) {
    const asked = { application: id, question, points: ['dwelling' as const, 'persons' as const] };
    expectDone(await house.desk.do(askEnquiry, asked, { actor: secretary, key: newId() }), 'ask-enquiry');
  }
  return Math.max(ready.length - ENQUIRIES, 0);
}

/** Families that were refused contest it at the counter; all but the last are admitted to a hearing. */
async function contest(house: House, batch: string): Promise<void> {
  const { files } = await askHouse(house, filesOfBatch, { batch });
  const refused = files.filter(({ state, outcome }) => state === 'closed' && outcome === 'refused').slice(0, APPEALS);
  const secretary = await actorFor(handOf(house), 'appeals-secretary', TOWN);
  for (const [index, { id }] of refused.entries()) {
    const { file } = await askHouse(house, oneFile, { application: id });
    const counter = await actorFor(handOf(house), 'counter-agent', file?.territory ?? '');
    const said = { application: id, criteria: ['income' as const], words: 'Nous ne gagnons plus ce que nous avons déclaré.' };
    const contesting = { ...said, language: 'fr' as const };
    const { appeal } = expectDone(await house.desk.do(takeAppeal, contesting, { actor: counter, key: newId() }), 'take-appeal');
    if (index === APPEALS - 1) return;
    const admitted = { appeal, passage: 'admit' as const, reason: 'Déposé à temps.' };
    expectDone(await house.desk.do(examineAppeal, admitted, { actor: secretary, key: newId() }), 'examine-appeal');
  }
}

function handOf({ desk, clock }: House) {
  return { desk, clock, actor: systemActor('start') };
}

async function askHouse<I extends z.ZodType, O extends z.ZodType>(
  { desk }: House,
  query: Query<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return expectDone(await desk.ask(query, input, { actor: systemActor('start') }), query.name);
}
