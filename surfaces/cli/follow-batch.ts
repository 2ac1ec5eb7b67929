import { setTimeout as wait } from 'node:timers/promises';
import { recentBatches, refusedRecords } from '#modules/applications';
import { isOutage } from '#platform/database';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../house.ts';
import { type BatchReport, reportOnBatch } from './batch-report.ts';
import { closingTable } from './closing-table.ts';
import type { RefusedRecord } from './refusal-words.ts';

const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** A report on many files takes its time: asking for it must not be what the machine is busy with. */
const PAUSES_A_REPORT = 8;
/** So long without any movement and nothing about to move: the run is over. */
const QUIET_MS = 500;
/** What waits for a partner, or is to be tried again, may go on at any moment. */
const LONG_QUIET_MS = 3_000;
const OUTAGE_PATIENCE_MS = 60_000;

export type Following = {
  readonly out: NodeJS.WritableStream;
  /** Asked to stop looking before the batch is at rest. */
  readonly asked?: AbortSignal;
};

/**
 * Tells how a batch comes along, a line each time a stage has moved, until every file rests somewhere; then prints the closing table.
 * Lives through a database that is away for a moment. Returns the last report.
 */
export async function followBatch(house: House, batch: string, following: Following): Promise<BatchReport> {
  const { out, asked } = following;
  const started = performance.now();
  let told = '';
  let movedAt = started;
  for (;;) {
    const askedAt = performance.now();
    const report = await duringOutages(() => reportOnBatch(house, batch), following);
    const now = performance.now();
    const line = progressLine(report);
    if (line !== told) {
      out.write(`${((now - started) / 1000).toFixed(1).padStart(7)} s  ${line}\n`);
      told = line;
      movedAt = now;
    }
    if (asked?.aborted) return report;
    if (report.moving === 0 && now - movedAt > (report.waiting > 0 ? LONG_QUIET_MS : QUIET_MS)) {
      const refused = await duringOutages(() => firstRefused(house, batch), following);
      out.write(`\n${closingTable(report, now - started, refused)}\n`);
      return report;
    }
    await pause(Math.min(Math.max((now - askedAt) * PAUSES_A_REPORT, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS), asked);
  }
}

const REFUSED_SHOWN = 5;

async function firstRefused(house: House, batch: string): Promise<readonly RefusedRecord[]> {
  const asked = await house.desk.ask(refusedRecords, { batch, limit: REFUSED_SHOWN }, { actor: systemActor('report') });
  return expectDone(asked, 'refused-records').records as readonly RefusedRecord[];
}

/** Does something again while the database is away, for a minute at most. */
export async function duringOutages<T>(attempt: () => Promise<T>, { out, asked }: Following): Promise<T> {
  const patience = performance.now() + OUTAGE_PATIENCE_MS;
  for (let told = false; ; told = true) {
    try {
      return await attempt();
    } catch (error) {
      if (!isOutage(error) || asked?.aborted || performance.now() > patience) throw error;
      if (!told) out.write('           the database is away, waiting for it\n');
      await pause(SHORTEST_PAUSE_MS, asked);
    }
  }
}

async function pause(ms: number, asked: AbortSignal | undefined): Promise<void> {
  await wait(ms, undefined, asked ? { signal: asked } : {}).catch(() => undefined);
}

function progressLine(report: BatchReport): string {
  return [
    `read ${report.read}`,
    `refused ${report.refused}`,
    `checked ${report.checked}`,
    `decided ${report.decided}`,
    `registered ${report.registered}`,
    `cards ${report.cards}`,
  ].join(' · ');
}

/** A rehearsed batch that is not at rest: an interruption left it, and it goes on by itself. */
export async function findUnfinishedBatch(house: House): Promise<string | undefined> {
  const { batches } = expectDone(
    await house.desk.ask(recentBatches, { limit: 5 }, { actor: systemActor('start') }),
    'recent-batches',
  );
  for (const batch of batches.filter((one) => one.rehearsal)) {
    if ((await reportOnBatch(house, batch.id)).moving > 0) return batch.id;
  }
  return undefined;
}

export async function wasAnyBatchReceived(house: House): Promise<boolean> {
  const { batches } = expectDone(
    await house.desk.ask(recentBatches, { limit: 1 }, { actor: systemActor('start') }),
    'recent-batches',
  );
  return batches.length > 0;
}
