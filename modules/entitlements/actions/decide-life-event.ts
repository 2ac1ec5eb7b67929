import { z } from 'zod';
import { listNewcomerCovers } from '#modules/coverage';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { correctionFaults } from '../model/correction.ts';
import { leavings } from '../model/known-newcomer.ts';
import { effectOf, hindranceOf } from '../model/life-event.ts';
import { newcomerFaults } from '../model/newcomer.ts';
import { findLifeEventForUpdate, settleLifeEvent } from '../store/life-events.ts';
import { applyLifeEvent } from './apply-life-event.ts';
import { lockFamily } from './of-family.ts';

/**
 * Accepts or refuses what was reported of a family, with the reason: only now do the household, the rights, what is owed and the card change.
 * Somebody who has rights in another family leaves it the day before, as it is said in `leaving`. Refuses what is decided or withdrawn already, whoever
 * reported it, a newcomer who is of the family by now, whom the register knows otherwise by that card or who has rights elsewhere, and what would
 * change nothing; a correction of what has changed since, or to the card of somebody else; nor takes in who is covered elsewhere, or a spouse about whom the
 * insurers have not answered.
 */
export const decideLifeEvent = defineAction({
  name: 'entitlements.decide-life-event',
  summary: 'Accept or refuse a change that was reported in a family, with the reason',
  permission: 'entitlements:decide-event',
  input: z.object({
    event: z.uuid(),
    decision: z.enum(['accepted', 'refused']),
    reason: z.string().trim().min(1).max(500),
    /** How whoever comes leaves the family it has rights in. */
    leaving: z.enum(leavings).optional(),
  }),
  output: z.object({ event: z.string(), state: z.enum(['accepted', 'refused']) }),
  refusals: [
    ...(['event-unknown', 'event-decided', 'same-hand', 'event-without-effect', ...newcomerFaults] as const),
    ...([
      'register-differs',
      'member-elsewhere',
      'person-unfit',
      'family-emptied',
      'newcomer-covered',
      'cover-unanswered',
    ] as const),
    ...correctionFaults,
    ...(['person-unknown', 'card-of-another', 'correction-stale', 'event-waits'] as const),
  ],
  async run(context, { event: id, decision, reason, leaving }) {
    const event = await findLifeEventForUpdate(context.tx, id);
    if (!event) return refuse('event-unknown', { place: 'event' });
    if (event.state !== 'reported') return refuse('event-decided', { place: 'event', facts: { state: event.state } });
    if (event.reporter === context.actor.id) return refuse('same-hand', { place: 'event' });
    const found = await lockFamily(context, event.registration_number);
    if (!found) return refuse('event-unknown', { place: 'event' });
    const told = (await listNewcomerCovers(context.tx, [id])).get(id);
    const hindrance = decision === 'accepted' ? hindranceOf(event.kind, told) : undefined;
    if (hindrance) return refuse(hindrance, { place: 'event', facts: { scheme: told?.covers[0]?.scheme ?? '' } });
    const refusal = decision === 'accepted' ? await applyLifeEvent(context, found, { event, leaving, reason }) : undefined;
    if (refusal) return refusal;
    const at = context.now.toString();
    await settleLifeEvent(context.tx, id, { state: decision, settled_at: at, settled_by: context.actor.id, reason });
    context.journal({
      subject: `registration:${event.registration_number}`,
      territory: event.territory,
      before: digestOf({ event: id, state: event.state }),
      after: digestOf({ event: id, state: decision, kind: event.kind, person: event.person_id }),
      reason,
    });
    context.emit('entitlements.life-event-decided', { event: id, registrations: [event.registration_number] });
    if (decision === 'refused' && effectOf(event.kind).corrects)
      context.emit('entitlements.data-upheld', { registrations: [event.registration_number] });
    return { event: id, state: decision };
  },
});
