import type { Switches } from './protocol.ts';

export type Mode = Switches['mode'];

/** What befalls one request: a mode other than 'up' when it is struck, and how long its answer waits. */
export type Fate = { readonly mode: Mode; readonly delayMs: number };

export type Switchboard = { readonly set: (wanted: Switches) => void; readonly draw: () => Fate; readonly read: () => Switches };

const alwaysUp: Switches = { mode: 'up', latency_ms: 0, failure_rate: 1, seed: 1 };
const slowByDefaultMs = 3000;

/** The bad days of a partner. Which requests are struck depends on the seed and their order only, so that a test can be replayed. */
export function switchboard(now: () => number): Switchboard {
  let current = alwaysUp;
  let until = Number.POSITIVE_INFINITY;
  let random = seededRandom(1);

  function read(): Switches {
    if (now() >= until) set(alwaysUp);
    return current;
  }

  function set(wanted: Switches): void {
    current = { ...alwaysUp, ...(wanted.mode === 'slow' ? { latency_ms: slowByDefaultMs } : {}), ...wanted };
    until = wanted.for_ms === undefined ? Number.POSITIVE_INFINITY : now() + wanted.for_ms;
    random = seededRandom(current.seed ?? 1);
  }

  function draw(): Fate {
    const { mode, latency_ms = 0, failure_rate = 1 } = read();
    const struck = mode !== 'up' && random() < failure_rate;
    return { mode: struck ? mode : 'up', delayMs: mode === 'slow' && !struck ? 0 : latency_ms };
  }

  return { set, draw, read };
}

/** mulberry32: numbers in [0, 1), the same after the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
