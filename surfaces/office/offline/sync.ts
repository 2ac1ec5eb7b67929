import type { Outbox } from './outbox.ts';
import { type RoundEnd, sendRound } from './round.ts';
import type { LineState, Wire } from './sending.ts';
import type { Turns } from './turns.ts';

export type SyncState = {
  /** What the server itself answered last; `unknown` until it was asked. */
  readonly line: LineState | 'unknown';
  /** What the agent must do before anything goes on. */
  readonly needs: 'nothing' | 'sign-in' | 'other-author';
  readonly isSending: boolean;
  /** When the server last answered, by the device's clock. */
  readonly lastContact: number | undefined;
};

export type Sync = {
  state(): SyncState;
  subscribe(listener: (state: SyncState) => void): () => void;
  /** At once: when something was done, when the network seems back or gone, when nobody answered a question, by the button. Ends when the round does. */
  nudge(): Promise<void>;
  stop(): void;
};

export type SyncParts = {
  readonly wire: Wire;
  readonly outbox: Outbox;
  readonly turns: Turns;
  readonly timers: { set(work: () => void, milliseconds: number): unknown; clear(timer: unknown): void };
  random(): number;
  now(): number;
  /** Tells when the browser believes that the network is back, or gone; gives what stops telling. */
  onNetwork(listener: () => void): () => void;
  /** The server has answered this very agent. */
  onContact?(): void;
};

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 300_000;

/** Between 50 and 100 % of a pause that doubles: the counters of a province do not all come back in the same second. */
function pauseAfter(failedRounds: number, random: () => number): number {
  const full = Math.min(FIRST_PAUSE * 2 ** Math.min(failedRounds, 20), LONGEST_PAUSE);
  return Math.round(full * (0.5 + random() / 2));
}

/** Sends the outbox on opening, when the network seems back or gone, every five minutes, by the button, and after growing pauses while it fails. */
export function startSync(parts: SyncParts): Sync {
  const run = newRun(parts);
  const deaf = parts.onNetwork(() => void run.nudge());
  void run.nudge();
  return {
    state: run.state,
    subscribe: run.subscribe,
    nudge: run.nudge,
    stop() {
      deaf();
      run.stop();
    },
  };
}

function newRun(parts: SyncParts) {
  let state: SyncState = { line: 'unknown', needs: 'nothing', isSending: false, lastContact: undefined };
  const listeners = new Set<(state: SyncState) => void>();
  let timer: unknown;
  let running: Promise<void> | undefined;
  let wantsAnother = false;
  let failedRounds = 0;
  let isStopped = false;
  const tell = (change: Partial<SyncState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener(state);
  };
  const round = async () => {
    parts.timers.clear(timer);
    tell({ isSending: true });
    const end = await takeTurn(parts, () => isStopped);
    if (end && hasContact(end)) parts.onContact?.();
    failedRounds = end?.why === 'line' && end.arrived === 0 ? failedRounds + 1 : 0;
    tell({ isSending: false, ...readEnd(end, state, parts.now()) });
    if (!isStopped) timer = parts.timers.set(() => void nudge(), pauseBefore(end, failedRounds, parts.random));
  };
  const rounds = async () => {
    // What was done while a round came to its end is sent at once and not in five minutes.
    do {
      wantsAnother = false;
      await round();
    } while (wantsAnother && !isStopped);
  };
  const nudge = (): Promise<void> => {
    if (isStopped) return Promise.resolve();
    wantsAnother = running !== undefined;
    running ??= rounds().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    state: () => state,
    subscribe(listener: (state: SyncState) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    nudge,
    stop() {
      isStopped = true;
      parts.timers.clear(timer);
    },
  };
}

/** A round that breaks down on this side, in the device's storage, is a round that failed: the next may do better. */
async function takeTurn({ turns, wire, outbox }: SyncParts, isStopped: () => boolean): Promise<RoundEnd | undefined> {
  try {
    return await turns.take(`ramed-outbox-${outbox.author.agent}`, () => sendRound(wire, outbox, isStopped));
  } catch {
    return { why: 'held', arrived: 0 };
  }
}

function hasContact(end: RoundEnd): boolean {
  return end.arrived > 0;
}

function readEnd(end: RoundEnd | undefined, state: SyncState, now: number): Partial<SyncState> {
  if (!end) return {};
  const line = end.why === 'line' ? end.line : 'open';
  const needs = end.why === 'sign-in' || end.why === 'other-author' ? end.why : line === 'open' ? 'nothing' : state.needs;
  return { line, needs, ...(line === 'open' ? { lastContact: now } : {}) };
}

function pauseBefore(end: RoundEnd | undefined, failedRounds: number, random: () => number): number {
  if (end?.why !== 'line') return LONGEST_PAUSE;
  if (end.pauseSeconds !== undefined) return end.pauseSeconds * 1_000 + Math.round(random() * 1_000);
  return pauseAfter(Math.max(0, failedRounds - 1), random);
}
