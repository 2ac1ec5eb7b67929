import { setTimeout as wait } from 'node:timers/promises';
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
