import { setTimeout as wait } from 'node:timers/promises';
import { recentBatches } from '#modules/applications';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../house.ts';
import { type BatchReport, reportOnBatch } from './batch-report.ts';
import { closingTable } from './closing-table.ts';

const POLL_MS = 250;
/** A file that waits for a partner, an officer or a payment does not move by itself: after so long without any movement, the run is over. */
const QUIET_MS = 3_000;

/**
 * Tells how a batch comes along, a line each time a stage has moved, until every file rests somewhere; then prints the closing table.
 * Returns the last report.
 */
export async function followBatch(house: House, batch: string, out: NodeJS.WritableStream): Promise<BatchReport> {
  const started = performance.now();
  let told = '';
  let report = await reportOnBatch(house, batch);
  let movedAt = performance.now();
  for (;;) {
    const line = progressLine(report);
    if (line !== told) {
      out.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${line}\n`);
      told = line;
      movedAt = performance.now();
    }
    if (report.moving === 0 && performance.now() - movedAt > (report.waitingForPartner > 0 ? QUIET_MS : POLL_MS * 2)) break;
    await wait(POLL_MS);
    report = await reportOnBatch(house, batch);
  }
  out.write(`\n${closingTable(report, performance.now() - started)}\n`);
  return report;
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
