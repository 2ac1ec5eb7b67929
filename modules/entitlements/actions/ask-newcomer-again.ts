import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { findLifeEventForUpdate } from '../store/life-events.ts';

/**
 * Has the insurers asked again about whoever is reported to come into a family: their answer is old, or the other cover should have ended. Refuses what
 * is decided already, and what brings nobody.
 */
export const askNewcomerAgain = defineAction({
  name: 'entitlements.ask-newcomer-again',
  summary: 'Ask the insurers again about who is reported to come into a family',
  permission: 'entitlements:decide-event',
  input: z.object({ event: z.uuid() }),
  output: z.object({ event: z.string() }),
  refusals: ['event-unknown', 'event-decided', 'newcomer-missing'],
  async run(context, { event: id }) {
    const event = await findLifeEventForUpdate(context.tx, id);
    if (!event) return refuse('event-unknown', { place: 'event' });
    if (event.state !== 'reported') return refuse('event-decided', { place: 'event', facts: { state: event.state } });
    if (!event.stated.newcomer) return refuse('newcomer-missing', { place: 'event' });
    const { registration_number: number, territory } = event;
    context.journal({ subject: `registration:${number}`, territory, after: digestOf({ event: id, asked: 'again' }) });
    context.emit('entitlements.newcomer-to-ask', { event: id, turn: context.now.toString() });
    return { event: id };
  },
});
