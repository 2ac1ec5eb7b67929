import type { EnvelopeDeed } from './envelope.ts';

/**
 * What a partner's bad day looks like from here: whether trying again at once may help, and what it does to the envelope.
 * After `circuit-open` nothing has left, so the envelope stays as it was.
 */
export const failureTable = {
  'timed-out': { transient: true, deed: 'time-out' },
  unreachable: { transient: true, deed: 'time-out' },
  nonsense: { transient: true, deed: 'time-out' },
  refused: { transient: false, deed: 'refuse' },
  'circuit-open': { transient: false, deed: undefined },
} as const satisfies Record<string, { transient: boolean; deed: EnvelopeDeed | undefined }>;

export type Failure = keyof typeof failureTable;
