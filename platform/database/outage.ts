import { setTimeout as wait } from 'node:timers/promises';

/** What PostgreSQL, the network and the driver say when the server is not there, is going, or is not ready yet. */
const codes = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const sayings = ['Connection terminated', 'timeout exceeded when trying to connect', 'Client has encountered a connection error'];

/** Whether something failed because the database was away: worth doing again once it is back. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return codes.has(code) || code.startsWith('08') || sayings.some((saying) => error.message.startsWith(saying));
}

const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;

/** Does again what failed because the database was away, until it is done or a minute has passed. For work that may be done twice. */
export async function throughOutages<T>(work: () => Promise<T>): Promise<T> {
  const patience = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error) || performance.now() > patience) throw error;
      await wait(PAUSE_MS);
    }
  }
}

/** So often a transaction is done anew before it is a failure. */
const MOST_TURNS = 5;

/** Does a transaction anew when two hands each waited for what the other held, and the server let this one go, with nothing of its work done. */
export async function throughDeadlocks<T>(transaction: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!isDeadlock(error) || turn === MOST_TURNS) throw error;
    }
  }
}

function isDeadlock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '40P01';
}
