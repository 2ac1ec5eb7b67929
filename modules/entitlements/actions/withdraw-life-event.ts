import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { findLifeEventForUpdate, settleLifeEvent } from '../store/life-events.ts';

/** Takes back a report that nobody has decided yet; it stays to be read. */
export const withdrawLifeEvent = defineAction({
  name: 'entitlements.withdraw-life-event',
  summary: 'Take back a report that nobody has decided yet',
  permission: 'entitlements:report-event',
  input: z.object({ event: z.uuid(), registration: z.string().max(40) }),
  output: z.object({ event: z.string(), state: z.literal('withdrawn') }),
  refusals: ['event-unknown', 'event-decided'],
  async run(context, { event: id, registration }) {
    const event = await findLifeEventForUpdate(context.tx, id);
    if (!event || event.registration_number !== registration) return refuse('event-unknown', { place: 'event' });
    if (event.state !== 'reported') return refuse('event-decided', { place: 'event', facts: { state: event.state } });
    const settled = { settled_at: context.now.toString(), settled_by: context.actor.id, reason: null };
    await settleLifeEvent(context.tx, id, { state: 'withdrawn', ...settled });
    context.journal({
      subject: `registration:${event.registration_number}`,
      territory: event.territory,
      before: digestOf({ event: id, state: event.state }),
      after: digestOf({ event: id, state: 'withdrawn' }),
    });
    return { event: id, state: 'withdrawn' as const };
  },
});
