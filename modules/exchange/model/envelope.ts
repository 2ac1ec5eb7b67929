import { type Refusal, refuse } from '#platform/refusals';

/**
 * What may happen next to a message: direction → state → deed → next state (lifecycles.md, Envelope). A state without deeds is an
 * end. The same envelope id is sent again at every retry and replay, so that the partner can recognise it.
 */
export const envelopeLifecycle = {
  out: {
    queued: { send: 'sent' },
    sent: { acknowledge: 'acknowledged', refuse: 'refused', 'time-out': 'timed-out' },
    'timed-out': { retry: 'retried', 'give-up': 'dead-letter' },
    retried: { acknowledge: 'acknowledged', refuse: 'refused', 'time-out': 'timed-out' },
    refused: { replay: 'replayed', 'give-up': 'dead-letter' },
    'dead-letter': { replay: 'replayed' },
    replayed: { acknowledge: 'acknowledged', refuse: 'refused', 'time-out': 'timed-out' },
    acknowledged: {},
  },
  in: {
    received: { validate: 'validated', refuse: 'refused' },
    validated: { handle: 'handled' },
    handled: { acknowledge: 'acknowledged' },
    refused: {},
    acknowledged: {},
  },
} as const satisfies Record<Direction, { readonly [state: string]: { readonly [deed: string]: string } }>;

export type Direction = 'out' | 'in';
export type EnvelopeState<D extends Direction = Direction> = D extends Direction ? keyof (typeof envelopeLifecycle)[D] : never;
export type EnvelopeDeed =
  | 'send'
  | 'acknowledge'
  | 'refuse'
  | 'time-out'
  | 'retry'
  | 'give-up'
  | 'replay'
  | 'validate'
  | 'handle';

/** The state a deed leads to, or a refusal when the table does not allow it from here. */
export function decideEnvelope<D extends Direction>(
  direction: D,
  state: EnvelopeState<D>,
  deed: EnvelopeDeed,
): EnvelopeState<D> | Refusal<'envelope-deed-not-now'> {
  return nextStates(direction, state)[deed] ?? refuse('envelope-deed-not-now', { place: 'deed', facts: { state, deed } });
}

/** The deeds possible now, for buttons and queues. */
export function listEnvelopeDeeds<D extends Direction>(direction: D, state: EnvelopeState<D>): readonly EnvelopeDeed[] {
  return Object.keys(nextStates(direction, state)) as EnvelopeDeed[];
}

function nextStates<D extends Direction>(direction: D, state: EnvelopeState<D>): { [deed in EnvelopeDeed]?: EnvelopeState<D> } {
  const states: Record<string, object> = envelopeLifecycle[direction];
  return states[state] ?? {};
}
