import type { z } from 'zod';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { noteMakerFault } from '../actions/note-maker-fault.ts';
import { takeAcknowledgement } from '../actions/take-acknowledgement.ts';
import { writeBatchFile } from '../gateway/batch-file.ts';
import type { MakerClient } from '../gateway/maker-client.ts';
import type { MakerFault } from '../model/maker.ts';
import { batchesWithMaker, batchSheet, type CardLine } from '../queries/batch-sheet.ts';

type OfBatch = { readonly batch: string };

/** A maker that is silent is tried soon; what it said wrongly is mended by people there, who are asked again later. */
const AGAIN_SOON_MS = 10_000;
const AGAIN_MS: Readonly<Partial<Record<MakerFault, number>>> = { silent: AGAIN_SOON_MS };
const AGAIN_BY_DEFAULT_MS = 15 * 60_000;
/** Whatever takes longer is asked for again at night. */
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Sends the file of each batch that leaves for the maker, written as it goes, and keeps that it was taken. Cut at any moment it begins again: the
 * same file is the same batch there.
 */
export function deliverBatch(maker: MakerClient): Job<OfBatch> {
  return {
    name: 'cards.deliver-batch',
    on: 'cards.batch-sent',
    async handle(context, { batch }) {
      const { batch: found } = expectDone(await context.desk.ask(batchSheet, { batch, limit: 1 }, context), 'batch-sheet');
      if (found?.state !== 'sent') return undefined;
      const said = await maker.deliver(batch, writeBatchFile(batch, pagesOfBatch(context, batch), 'csv'));
      if ('fault' in said) return noteFault(context, batch, said.fault);
      const taken = { batch, ...said, says: 'taken' as const };
      await keep(context, taken);
      return undefined;
    },
  };
}

/**
 * Asks the maker for what became of the cards it took, until it says so in a way that can be believed. A maker that has lost the batch is given the
 * same file again.
 */
export function fetchAcknowledgement(maker: MakerClient): Job<OfBatch> {
  return {
    name: 'cards.fetch-acknowledgement',
    on: 'cards.batch-taken',
    async handle(context, { batch }) {
      const { batch: found } = expectDone(await context.desk.ask(batchSheet, { batch, limit: 1 }, context), 'batch-sheet');
      if (found?.state !== 'acknowledged' || found.file === null) return undefined;
      const said = await maker.fetchAcknowledgement(batch, found.file);
      if ('readyAfterMs' in said) return said.readyAfterMs > LONGEST_WAIT_MS ? undefined : { againAfterMs: said.readyAfterMs };
      if ('isUnknown' in said) return deliverAgain(maker, context, { batch, file: found.file });
      if ('fault' in said) return noteFault(context, batch, said.fault);
      const { reference, rejected } = said;
      const kept = await keep(context, { batch, reference, says: 'made' as const, rejected: [...rejected] });
      return kept ? undefined : noteFault(context, batch, 'card-unknown');
    },
  };
}

type Taken = { readonly batch: string; readonly file: string };

/** Cards withdrawn meanwhile make it another file: people there and here must then agree which cards are made. */
async function deliverAgain(maker: MakerClient, context: JobContext, { batch, file }: Taken): Promise<{ againAfterMs: number }> {
  const said = await maker.deliver(batch, writeBatchFile(batch, pagesOfBatch(context, batch), 'csv'));
  if ('fault' in said) return noteFault(context, batch, said.fault);
  return said.file === file ? { againAfterMs: AGAIN_SOON_MS } : noteFault(context, batch, 'other-file');
}

/** Every night, all that is with the maker: what it takes days to make, and whatever an interruption left. */
export const askMaker: Job<null> = {
  name: 'cards.ask-maker',
  nightly: '02:40',
  async handle(context) {
    const { batches } = expectDone(await context.desk.ask(batchesWithMaker, {}, context), 'batches-with-maker');
    for (const { number: batch, state } of batches) {
      const name = state === 'sent' ? 'cards.deliver-batch' : 'cards.fetch-acknowledgement';
      await context.enqueue(name, { batch }, { key: `${name}:${batch}` });
    }
    return undefined;
  },
};

/** The live cards of a batch in the order of their numbers, a page at a time. */
export async function* pagesOfBatch({ desk, actor }: Pick<JobContext, 'desk' | 'actor'>, batch: string) {
  for (let after = ''; ; ) {
    const { cards } = expectDone(await desk.ask(batchSheet, { batch, after }, { actor }), 'batch-sheet');
    const last = cards.at(-1);
    if (last === undefined) return;
    yield cards.filter((card: CardLine) => card.state === 'with_maker');
    after = last.serial;
  }
}

type Said = z.input<typeof takeAcknowledgement.input>;

/** False where the maker names a card that it was not given. A person may have kept the same by hand in the meantime. */
async function keep(context: JobContext, said: Said): Promise<boolean> {
  const by = { actor: context.actor, key: `${context.key}:${said.says}` };
  const outcome = await context.desk.do(takeAcknowledgement, said, by);
  if (outcome.ok || outcome.refusal.refused === 'batch-not-ready') return true;
  if (outcome.refusal.refused === 'card-unknown') return false;
  throw new Error(`take-acknowledgement: refused, ${outcome.refusal.refused}`);
}

async function noteFault(context: JobContext, batch: string, fault: MakerFault): Promise<{ againAfterMs: number }> {
  const by = { actor: context.actor, key: `${context.key}:${fault}` };
  expectDone(await context.desk.do(noteMakerFault, { batch, fault }, by), 'note-maker-fault');
  context.log.warn({ batch, fault }, 'the maker’s answer is of no use, it will be asked again');
  return { againAfterMs: AGAIN_MS[fault] ?? AGAIN_BY_DEFAULT_MS };
}
