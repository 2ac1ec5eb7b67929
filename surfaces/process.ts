import { isOutage } from '#platform/database';
import type { DatabaseUrls } from './preparation.ts';

/** The addresses that the start command hands to the processes it starts. */
export function readUrls(environment: NodeJS.ProcessEnv): DatabaseUrls {
  const { RAMED_APP_URL: app, RAMED_JOBS_URL: jobs } = environment;
  if (!app || !jobs) throw new Error('this process is started by `npm start`, which tells it where the database is');
  // Daily work never holds the owner's key.
  return { app, jobs, owner: '' };
}

export function writeUrls(urls: DatabaseUrls): NodeJS.ProcessEnv {
  return { RAMED_APP_URL: urls.app, RAMED_JOBS_URL: urls.jobs };
}

/** Whatever hangs must not hold the machine: what is not committed by then was never promised. */
const GRACE_MS = 15_000;
/** An orphan holds ports that the next start needs. */
const ORPHAN_GRACE_MS = 3_000;

/** How a part ends that the database went away from, be it while it starts: it is started again (sysexits.h, EX_TEMPFAIL). */
export const ENDED_BY_OUTAGE = 75;

/** Starts a part of the system, and runs it until it is asked to stop with what the start gave. */
export async function runPart(start: () => Promise<() => Promise<void>>): Promise<void> {
  try {
    runUntilAsked(await start());
  } catch (error) {
    console.error(error);
    process.exit(isOutage(error) ? ENDED_BY_OUTAGE : 1);
  }
}

/**
 * Stops in order when asked (SIGTERM, SIGINT), and when the process that started this one is gone: nothing is ever left behind. Tells the
 * starter that it is ready.
 */
function runUntilAsked(stop: () => Promise<void>): void {
  let stopping = false;
  const endWithin = (graceMs: number) => () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), graceMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', endWithin(GRACE_MS));
  process.on('SIGINT', endWithin(GRACE_MS));
  process.on('disconnect', endWithin(ORPHAN_GRACE_MS));
  process.send?.('ready');
}

/**
 * For a command that starts processes: aborts when asked to stop (SIGINT, SIGTERM, SIGHUP), so that it can stop them in order. Listens from
 * the moment it is called.
 */
export function listenForStop(): AbortSignal {
  const controller = new AbortController();
  // A terminal that was closed takes no more words; what runs must be stopped in order all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!controller.signal.aborted) process.stderr.write('\nStopping…\n');
      controller.abort();
    });
  }
  return controller.signal;
}
