import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { Temporal } from '#platform/dates';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refusals';
import { effectOf } from '../model/life-event.ts';
import {
  insertBeneficiaries,
  listPeriodsOf,
  listPresentMembersForUpdate,
  listSupersededBy,
  supersedeMembers,
} from '../store/beneficiaries.ts';
import { findLifeEventForUpdate, settleLifeEvent } from '../store/life-events.ts';
import type { BeneficiaryRow, LifeEventRow } from '../store/tables.ts';
import { householdsChanged } from './households-changed.ts';
import { moveFamilies } from './move-families.ts';
import { lockFamily } from './of-family.ts';

/**
 * Undoes a change that was accepted by mistake: what it superseded stands again from now on, and what was believed meanwhile stays readable.
 * Rights that were closed since nobody was left are opened by nobody but a new registration. Refuses when something later changed the same member.
 */
export const undoLifeEvent = defineAction({
  name: 'entitlements.undo-life-event',
  summary: 'Undo a change of a family that was accepted by mistake, with the reason',
  permission: 'entitlements:decide-event',
  input: z.object({ event: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: z.object({ event: z.string(), state: z.literal('undone') }),
  refusals: ['event-unknown', 'event-not-accepted', 'changed-since'],
  async run(context, { event: id, reason }) {
    const event = await findLifeEventForUpdate(context.tx, id);
    const found = event && (await lockFamily(context, event.registration_number));
    if (!event || !found) return refuse('event-unknown', { place: 'event' });
    if (event.state !== 'accepted') return refuse('event-not-accepted', { place: 'event', facts: { state: event.state } });
    const number = found.family.number;
    if (effectOf(event.kind).about === 'family') {
      if (found.family.territory !== event.stated.commune) return refuse('changed-since', { place: 'event' });
      await moveFamilies(context, [{ number, territory: event.stated.movedFrom ?? found.family.territory }]);
    } else {
      const undoing = await partsToUndo(context, event);
      if (!undoing) return refuse('changed-since', { place: 'event' });
      await putBack(context, undoing);
    }
    await householdsChanged(context, [number]);
    if (effectOf(event.kind).card === 'replaced') context.emit('entitlements.card-outdated', { registrations: [number] });
    const at = context.now.toString();
    await settleLifeEvent(context.tx, id, { state: 'undone', settled_at: at, settled_by: context.actor.id, reason });
    context.journal({
      subject: `registration:${number}`,
      territory: event.territory,
      before: digestOf({ event: id, state: 'accepted' }),
      after: digestOf({ event: id, state: 'undone' }),
      reason,
    });
    context.emit('entitlements.life-event-decided', { event: id, registrations: [number] });
    return { event: id, state: 'undone' as const };
  },
});

type Undoing = { readonly written: readonly BeneficiaryRow[]; readonly before: readonly BeneficiaryRow[] };

/** What the event wrote, all of it still believed, and what it superseded; nothing of either where it changed nothing. */
async function partsToUndo({ tx }: DeedContext, event: LifeEventRow): Promise<Undoing | undefined> {
  const present = await listPresentMembersForUpdate(tx, [event.registration_number]);
  const written = present.filter(({ event_id }) => event_id === event.id);
  const others = present.filter(({ event_id }) => event_id !== event.id);
  const before = await listSupersededBy(tx, event.id);
  const persons = new Set([...written, ...before].map(({ person_id }) => person_id));
  // What an undoing put back counts from then on.
  const at = Temporal.Instant.from(written[0]?.known_from ?? event.settled_at ?? event.reported_at);
  const isLater = ({ person_id, known_from }: BeneficiaryRow) =>
    persons.has(person_id) && Temporal.Instant.compare(Temporal.Instant.from(known_from), at) > 0;
  if (others.some(isLater) || (written.length === 0 && (await hasWritten(tx, event)))) return undefined;
  return { written, before };
}

/** Whether it ever wrote a part, believed or not by now. */
async function hasWritten(tx: DeedContext['tx'], { id, registration_number: number }: LifeEventRow): Promise<boolean> {
  return (await listPeriodsOf(tx, number)).some(({ event_id }) => event_id === id);
}

async function putBack({ tx, now }: DeedContext, { written, before }: Undoing): Promise<void> {
  await supersedeMembers(
    tx,
    written.map(({ id }) => id),
    now.toString(),
  );
  const again = { known_from: now.toString(), known_to: null, noted: null };
  await insertBeneficiaries(
    tx,
    before.map((row) => ({ ...row, ...again, id: newId() })),
  );
}
