import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import { stayReasons } from '../model/two-families.ts';
import { listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import { insertLifeEvent, settleLifeEvent } from '../store/life-events.ts';
import type { LifeEventRow } from '../store/tables.ts';
import { saveTwoFamilies, type TwoFamiliesRow, takeTwoFamilies } from '../store/two-families.ts';
import { applyToFamily } from './apply-life-event.ts';
import { lockFamily } from './of-family.ts';

/**
 * Says in which of two families somebody stays who has a part in the rights of both: the part in the other one ends with the day, as by a
 * departure that the register tells of, with all that follows for the family, what it owes and its card. It is undone as any departure is. Refuses
 * what is settled, a family that is none of the two, and a day to come or before the part in the other family began.
 */
export const settleTwoFamilies = defineAction({
  name: 'entitlements.settle-two-families',
  summary: 'Say in which of two families somebody keeps its part in the rights, with the reason',
  permission: 'entitlements:decide-event',
  input: z.object({
    case: z.uuid(),
    /** The number of the family in which the person stays. */
    kept: z.string().max(40),
    /** The last day of the part in the other family; today unless it is said. */
    lastDay: z.iso.date().optional(),
    reason: z.enum(stayReasons),
    note: z.string().trim().max(500).optional(),
  }),
  output: z.object({ case: z.uuid(), ended: z.string() }),
  refusals: ['two-families-unknown', 'two-families-ended', 'registration-unknown', 'last-day-outside', 'event-without-effect'],
  async run(context, { case: id, kept, lastDay = context.today.toString(), reason, note }) {
    const row = await takeTwoFamilies(context.tx, id);
    if (!row) return refuse('two-families-unknown', { place: 'case' });
    if (row.state !== 'open') return refuse('two-families-ended', { place: 'case' });
    const [left, person] =
      row.one_registration === kept ? [row.other_registration, row.other_person] : [row.one_registration, row.one_person];
    if (left === kept || ![row.one_registration, row.other_registration].includes(kept))
      return refuse('registration-unknown', { place: 'kept' });
    const departure = await depart(context, { row, left, person, lastDay });
    if ('refused' in departure) return departure;
    const by = { settled_at: context.now.toString(), settled_by: context.actor.id };
    await saveTwoFamilies(context.tx, id, {
      state: 'settled',
      ...by,
      kept,
      event_id: departure.event,
      reason,
      note: note ?? null,
    });
    context.journal({
      subject: `two-families:${id}`,
      territory: row.territory,
      before: digestOf({ case: id, state: 'open' }),
      after: digestOf({ case: id, state: 'settled', kept, lastDay }),
      reason,
    });
    return { case: id, ended: left };
  },
});

type Leaving = { readonly row: TwoFamiliesRow; readonly left: string; readonly person: string; readonly lastDay: string };
type Refused = Refusal<'registration-unknown' | 'last-day-outside' | 'event-without-effect'>;

async function depart(context: DeedContext, { row, left, person, lastDay }: Leaving): Promise<Refused | { event: string }> {
  const { tx, now, today, actor } = context;
  const found = await lockFamily(context, left);
  if (!found) return refuse('registration-unknown', { place: 'kept' });
  const own = (await listPresentMembersForUpdate(tx, [left])).filter(({ person_id }) => person_id === person);
  if (lastDay > today.toString() || own.every(({ from_day }) => lastDay < from_day))
    return refuse('last-day-outside', { place: 'lastDay' });
  const event: LifeEventRow = {
    ...{ id: newId(), registration_number: left, kind: 'departure', person_id: person, happened_on: lastDay, stated: {} },
    ...{
      proof_kind: 'declaration',
      proof_number: row.id,
      reported_by: 'register',
      reporter: actor.id,
      reported_at: now.toString(),
    },
    ...{
      state: 'reported',
      settled_at: null,
      settled_by: null,
      reason: null,
      with_event: null,
      territory: found.family.territory,
    },
  };
  await insertLifeEvent(tx, event);
  const refusal = await applyToFamily(context, found, event);
  if (refusal) return refusal;
  const settled = { state: 'accepted', settled_at: now.toString(), settled_by: actor.id, reason: 'two-families' } as const;
  await settleLifeEvent(tx, event.id, settled);
  context.journal({
    subject: `registration:${left}`,
    territory: found.family.territory,
    after: digestOf({ event: event.id, state: 'accepted', kind: 'departure', person }),
    reason: 'two families',
  });
  context.emit('entitlements.life-event-decided', { event: event.id, registrations: [left] });
  return { event: event.id };
}
