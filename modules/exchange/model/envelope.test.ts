import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#platform/refusals';
import { decideEnvelope, type EnvelopeState, envelopeLifecycle, listEnvelopeDeeds } from './envelope.ts';
import { failureTable } from './failure.ts';

describe('the life of an envelope', () => {
  test('a message sent and taken by the partner is acknowledged', () => {
    expect(decideEnvelope('out', 'queued', 'send')).toBe('sent');
    expect(decideEnvelope('out', 'sent', 'acknowledge')).toBe('acknowledged');
  });

  test('a silent partner is asked again, and what is given up can be replayed', () => {
    expect(decideEnvelope('out', 'sent', 'time-out')).toBe('timed-out');
    expect(decideEnvelope('out', 'timed-out', 'retry')).toBe('retried');
    expect(decideEnvelope('out', 'timed-out', 'give-up')).toBe('dead-letter');
    expect(decideEnvelope('out', 'dead-letter', 'replay')).toBe('replayed');
  });

  test('an acknowledged message is not sent again', () => {
    const refusal = decideEnvelope('out', 'acknowledged', 'send');
    expect(refusal).toMatchObject({ refused: 'envelope-deed-not-now', facts: { state: 'acknowledged', deed: 'send' } });
    expect(listEnvelopeDeeds('out', 'acknowledged')).toEqual([]);
  });

  test('a message received is handled once, after it was validated', () => {
    expect(isRefusal(decideEnvelope('in', 'received', 'handle'))).toBe(true);
    expect(decideEnvelope('in', 'validated', 'handle')).toBe('handled');
    expect(isRefusal(decideEnvelope('in', 'handled', 'handle'))).toBe(true);
  });

  test('every deed leads to a state of the table, and every state can be reached', () => {
    for (const [direction, first] of [['out', 'queued'] as const, ['in', 'received'] as const]) {
      const states: Record<string, Record<string, string>> = envelopeLifecycle[direction];
      const reached = new Set<string>([first]);
      for (const state of reached) for (const next of Object.values(states[state] ?? {})) reached.add(next);
      expect([...reached].sort()).toEqual(Object.keys(states).sort());
    }
  });

  test('whatever a partner does, an envelope sent out is never stuck short of an end', () => {
    const states = Object.keys(envelopeLifecycle.out) as EnvelopeState<'out'>[];
    fc.assert(
      fc.property(fc.constantFrom(...states), (state) => state === 'acknowledged' || listEnvelopeDeeds('out', state).length > 0),
    );
  });

  test('each failure of a partner is a deed the sent envelope allows', () => {
    for (const { deed } of Object.values(failureTable)) {
      if (deed === undefined) continue;
      for (const state of ['sent', 'retried', 'replayed'] as const) expect(listEnvelopeDeeds('out', state)).toContain(deed);
    }
  });
});
