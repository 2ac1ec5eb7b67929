import type { z } from 'zod';
import { batchProgress, filesOfBatch } from '#modules/applications';
import { cardsOfRegistrations } from '#modules/cards';
import { waitingControls } from '#modules/coverage';
import { registrationsOfRequests } from '#modules/entitlements';
import { silentPartners } from '#modules/verifications';
import type { Query } from '#platform/actions';
import { expectDone, queueFailures, queueState } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../house.ts';

/** What became of the records of one batch, counted. */
export type BatchReport = {
  readonly read: number;
  readonly refused: number;
  readonly repeated: number;
  readonly fault: unknown;
  readonly refusals: readonly { readonly rule: string; readonly records: number }[];
  readonly checked: number;
  readonly scored: number;
  readonly discordant: number;
  readonly decided: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly registered: number;
  readonly held: number;
  readonly waitingForPartner: number;
  readonly silent: Readonly<Record<string, { files: number; since: string }>>;
  readonly waitingForContribution: number;
  readonly cards: number;
  /** Files and jobs that something is about to move. */
  readonly moving: number;
  /** Files and jobs that go on by themselves, but not at once: a partner is silent, or a pause before the next try. */
  readonly waiting: number;
};

const actor = systemActor('report');

/** Asks each module what it knows of the batch's files, five thousand at a time. */
export async function reportOnBatch(house: House, batch: string): Promise<BatchReport> {
  const { progress } = await ask(house, batchProgress, { batch });
  if (!progress) throw new Error(`there is no batch ${batch}`);
  const further = await countFurther(house, batch);
  const queue = await queueState(house.database);
  const inStates = (...states: readonly string[]) => sumFiles(progress.states.filter((row) => states.includes(row.state)));
  const withOutcome = (outcome: string) => sumFiles(progress.states.filter((row) => row.outcome === outcome));
  const outcomes = Object.fromEntries(finalOutcomes.map((outcome) => [outcome, withOutcome(outcome)]));
  const registered = inStates('registered');
  const checked = sumFiles(progress.states) - inStates('filed', 'checking');
  const underWay = inStates('filed', 'checking', 'scored', 'scheduled', 'decided', 'validated');
  return {
    read: progress.accepted + progress.refused + progress.repeated,
    refused: progress.refused,
    repeated: progress.repeated,
    fault: progress.fault,
    refusals: progress.refusals,
    checked,
    discordant: inStates('discordant'),
    scored: checked - inStates('discordant'),
    decided: Object.values(outcomes).reduce((sum, count) => sum + count, 0),
    outcomes,
    registered,
    held: inStates('held'),
    ...further,
    moving:
      (progress.state === 'receiving' ? 1 : 0) +
      Math.max(0, underWay - further.waitingForPartner) +
      Math.max(0, registered - further.waitingForContribution - further.cards) +
      (queue.oldest_seconds === null ? 0 : 1) +
      (await countTriedSoon(house)),
    waiting: further.waitingForPartner + queue.waiting,
  };
}

const finalOutcomes = ['poor', 'vulnerable', 'refused'] as const;

type Further = Pick<BatchReport, 'waitingForPartner' | 'silent' | 'waitingForContribution' | 'cards'>;

/** What the modules beyond the request itself know: whom files wait for, who has yet to pay, whose card is made. */
async function countFurther(house: House, batch: string): Promise<Further> {
  const counted = {
    waitingForPartner: 0,
    silent: {} as Record<string, { files: number; since: string }>,
    waitingForContribution: 0,
    cards: 0,
  };
  let after: string | undefined;
  for (;;) {
    const { files } = await ask(house, filesOfBatch, { batch, after });
    if (files.length === 0) return counted;
    after = files.at(-1)?.id;
    const waiting = [...(await silences(house, idsIn(files, 'checking'))), ...(await controls(house, idsIn(files, 'validated')))];
    counted.waitingForPartner += new Set(waiting.map((one) => one.application)).size;
    for (const { partner, since } of waiting) counted.silent[partner] = earliest(counted.silent[partner], since);
    const { registrations } = await ask(house, registrationsOfRequests, { applications: idsIn(files, 'registered') });
    counted.waitingForContribution += registrations.filter(
      (registration) => registration.right?.state === 'pending_payment',
    ).length;
    const { cards } = await ask(house, cardsOfRegistrations, {
      registrations: registrations.map((registration) => registration.number),
    });
    // One that was lost on its way is ordered anew: the family is counted once.
    counted.cards += new Set(cards.map((card) => card.registration_number)).size;
  }
}

type Waiting = { application: string; partner: string; since: string };

async function silences(house: House, applications: string[]): Promise<Waiting[]> {
  return (await ask(house, silentPartners, { applications })).waiting;
}

async function controls(house: House, applications: string[]): Promise<Waiting[]> {
  return (await ask(house, waitingControls, { applications })).waiting.map((one) => ({ ...one, partner: 'insurers' }));
}

function earliest(known: { files: number; since: string } | undefined, since: string) {
  return { files: (known?.files ?? 0) + 1, since: known && known.since < since ? known.since : since };
}

function idsIn(files: readonly { id: string; state: string }[], state: string): string[] {
  return files.filter((file) => file.state === state).map((file) => file.id);
}

function sumFiles(rows: readonly { files: number }[]): number {
  return rows.reduce((sum, row) => sum + row.files, 0);
}

const SOON_MS = 60_000;

/** Jobs that failed, in an outage for instance, and are tried again within the minute. One that fails for good is only tried ever later. */
async function countTriedSoon(house: House): Promise<number> {
  const soon = house.clock.now().epochMilliseconds + SOON_MS;
  return (await queueFailures(house.database)).filter((failure) => Date.parse(failure.next_try) < soon).length;
}

async function ask<I extends z.ZodType, O extends z.ZodType>(
  house: House,
  query: Query<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return expectDone(await house.desk.ask(query, input, { actor }), 'report');
}
