import type { EnvelopeDeed, EnvelopeState } from './envelope.ts';

/**
 * What a partner's bad day looks like from here: whether trying again at once may help, and what it does to the envelope.
 * After `circuit-open` nothing has left, so the envelope stays as it was,
 * waiting to be sent when it is new. `leaves` is the state it is logged with.
 */
export const failureTable = {
  'timed-out': { transient: true, deed: 'time-out', leaves: 'timed-out' },
  unreachable: { transient: true, deed: 'time-out', leaves: 'timed-out' },
  nonsense: { transient: true, deed: 'time-out', leaves: 'timed-out' },
  refused: { transient: false, deed: 'refuse', leaves: 'refused' },
  'circuit-open': { transient: false, deed: undefined, leaves: 'queued' },
} as const satisfies Record<string, { transient: boolean; deed: EnvelopeDeed | undefined; leaves: EnvelopeState<'out'> }>;

export type Failure = keyof typeof failureTable;
