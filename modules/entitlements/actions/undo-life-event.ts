import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { Temporal } from '#platform/dates';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import { outdatesCard, whyOutdated } from '../model/correction.ts';
import { effectOf } from '../model/life-event.ts';
import { untilRenewed } from '../model/part-without-cover.ts';
import {
  insertBeneficiaries,
  listPeriodsOf,
  listPresentMembersForUpdate,
  listRunningParts,
  listSupersededBy,
  supersedeMembers,
} from '../store/beneficiaries.ts';
import { findLifeEventForUpdate, listWithForUpdate, settleLifeEvent } from '../store/life-events.ts';
import { listRequestsOf } from '../store/renewal-requests.ts';
import type { BeneficiaryRow, LifeEventRow, RightRow } from '../store/tables.ts';
import { familiesBeside, uncorrectMember } from './correct-member.ts';
import { householdsChanged } from './households-changed.ts';
import { moveFamilies } from './move-families.ts';
import { lockFamily } from './of-family.ts';
import { reopenRight } from './reopen-right.ts';

type Fault = 'event-unknown' | 'changed-since' | 'member-elsewhere';

/**
 * Undoes a change that was accepted by mistake: what it superseded stands again from now on, and what was believed meanwhile stays readable; who came
 * from another family by it is of that family again, and rights that were closed with it since nobody was left are what they were.
 * Refuses when something later changed the same member, and when whoever would come back has rights in another family by now.
 */
export const undoLifeEvent = defineAction({
  name: 'entitlements.undo-life-event',
  summary: 'Undo a change of a family that was accepted by mistake, with the reason',
  permission: 'entitlements:decide-event',
  input: z.object({ event: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: z.object({ event: z.string(), state: z.literal('undone') }),
  refusals: ['event-unknown', 'event-not-accepted', 'changed-since', 'member-elsewhere'],
  async run(context, { event: id, reason }) {
    const event = await findLifeEventForUpdate(context.tx, id);
    if (!event) return refuse('event-unknown', { place: 'event' });
    if (event.state !== 'accepted') return refuse('event-not-accepted', { place: 'event', facts: { state: event.state } });
    const refusal = await undoEvent(context, event, reason);
    if (refusal) return refusal;
    return { event: id, state: 'undone' as const };
  },
});

/** Undoes an accepted event with those that came of it, part of the deed that finds it mistaken. Refuses as the deed above does. */
export async function undoEvent(context: DeedContext, event: LifeEventRow, reason: string): Promise<Refusal<Fault> | undefined> {
  const together = [event, ...(await listWithForUpdate(context.tx, event))];
  const families = together.map((one) => one.registration_number);
  for (const one of together) {
    const refusal = await undoOne(context, one, families);
    if (refusal) return refusal;
  }
  await householdsChanged(context, [...new Set([...families, ...(await familiesBeside(context, event))])]);
  for (const one of together) await settleUndone(context, one, reason);
  return undefined;
}

async function undoOne(
  context: DeedContext,
  event: LifeEventRow,
  families: readonly string[],
): Promise<Refusal<Fault> | undefined> {
  const found = await lockFamily(context, event.registration_number);
  if (!found) return refuse('event-unknown', { place: 'event' });
  const { number, territory } = found.family;
  if (effectOf(event.kind).about === 'family') {
    if (territory !== event.stated.commune) return refuse('changed-since', { place: 'event' });
    await moveFamilies(context, [{ number, territory: event.stated.movedFrom ?? territory }]);
    return undefined;
  }
  const undoing = await partsToUndo(context, event);
  if (!undoing) return refuse('changed-since', { place: 'event' });
  const isCorrection = effectOf(event.kind).corrects === true;
  if (
    isCorrection &&
    !(await uncorrectMember(context, found.family, event, undoing.written[0]?.person_id ?? event.person_id ?? ''))
  )
    return refuse('changed-since', { place: 'event' });
  const elsewhere = await findElsewhere(context, undoing, families);
  if (elsewhere) return refuse('member-elsewhere', { place: 'event', facts: { registration: elsewhere } });
  await putBack(context, number, undoing);
  const isMistaken = ({ known_from }: RightRow) => known_from === event.settled_at;
  const isOpen = await reopenRight(context, found.family, { isMistaken, reason: 'event-undone' });
  if (isOpen) context.emit('entitlements.opened', { registrations: [number] });
  return undefined;
}

async function settleUndone(context: DeedContext, event: LifeEventRow, reason: string): Promise<void> {
  const { id, registration_number: number, territory, with_event: from } = event;
  if (outdatesCard(event)) context.emit('entitlements.card-outdated', { registrations: [number], ...whyOutdated(event) });
  const at = context.now.toString();
  await settleLifeEvent(context.tx, id, { state: 'undone', settled_at: at, settled_by: context.actor.id, reason });
  context.journal({
    subject: `registration:${number}`,
    territory,
    before: digestOf({ event: id, state: 'accepted' }),
    after: digestOf({ event: id, state: 'undone' }),
    reason,
  });
  if (from) context.emit('entitlements.member-moved', { registrations: [number] });
  else context.emit('entitlements.life-event-decided', { event: id, registrations: [number] });
}

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

/** Another family in whose rights somebody who comes back has a part by now. */
async function findElsewhere({ tx, today }: DeedContext, { before }: Undoing, families: readonly string[]) {
  const day = today.toString();
  const back = before.filter(({ to_day }) => to_day === null || to_day >= day).map(({ person_id }) => person_id);
  const parts = await listRunningParts(tx, back, day);
  return parts.find(({ registration }) => !families.includes(registration))?.registration;
}

async function putBack({ tx, now }: DeedContext, number: string, { written, before }: Undoing): Promise<void> {
  const renewed = (await listRequestsOf(tx, number)).flatMap(({ from }) => from ?? []);
  await supersedeMembers(
    tx,
    written.map(({ id }) => id),
    now.toString(),
  );
  const again = { known_from: now.toString(), known_to: null, noted: null };
  await insertBeneficiaries(
    tx,
    before.map((row) => ({ ...untilRenewed(row, renewed), ...again, id: newId() })),
  );
}
