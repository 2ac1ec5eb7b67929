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

/**
 * Does a transaction anew, with nothing of its work done, when two hands each waited for what the other held and the server let this one go; and when
 * this one began before the hand it waited for, and would end what that hand wrote before it was known (constraint `known_in_order`).
 */
export async function throughOtherHands<T>(transaction: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (!isOfOtherHand(error) || turn === MOST_TURNS) throw error;
    }
  }
}

function isOfOtherHand(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === '40P01' || ('constraint' in error && error.constraint === 'known_in_order');
}
