import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { insertRights, listPresentRightsForUpdate, supersede } from '../store/registrations.ts';

/** Opens the rights of families whose contribution has been paid, to the end of the period they were registered for. */
export const openRights = defineAction({
  name: 'entitlements.open-rights',
  summary: 'Open the rights of families whose contribution has been paid',
  permission: 'system:entitlements',
  input: z.object({ registrations: z.array(z.string()).min(1) }),
  output: z.object({ opened: z.array(z.string()) }),
  refusals: [],
  internal: true,
  async run(context, { registrations }) {
    const waiting = (await listPresentRightsForUpdate(context.tx, registrations)).filter(
      (right) => right.state === 'pending_payment',
    );
    if (waiting.length === 0) return { opened: [] };
    const now = context.now.toString();
    await supersede(
      context.tx,
      waiting.map((right) => right.id),
      now,
    );
    await insertRights(
      context.tx,
      waiting.map((right) => ({
        ...right,
        id: newId(),
        state: 'open',
        reason: 'contribution-paid',
        from_day: context.today.toString(),
        known_from: now,
      })),
    );
    context.journal(
      ...waiting.map((right) => ({
        subject: `registration:${right.registration_number}`,
        territory: right.territory,
        before: digestOf({ registration: right.registration_number, state: right.state }),
        after: digestOf({ registration: right.registration_number, state: 'open' }),
      })),
    );
    const opened = waiting.map((right) => right.registration_number);
    context.emit('entitlements.opened', { registrations: opened });
    return { opened };
  },
});
