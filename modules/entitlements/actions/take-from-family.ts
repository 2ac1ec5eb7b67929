import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays } from '#platform/dates';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import type { Leaving } from '../model/known-newcomer.ts';
import { canBeAbout, effectOf } from '../model/life-event.ts';
import type { Elsewhere } from '../queries/known-newcomer.ts';
import { listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import { insertLifeEvent } from '../store/life-events.ts';
import type { LifeEventRow, RegistrationRow } from '../store/tables.ts';
import { changeMember } from './change-member.ts';
import { householdsChanged } from './households-changed.ts';
import { lockFamily } from './of-family.ts';

type Accepting = { readonly event: LifeEventRow; readonly leaving?: Leaving | undefined; readonly reason: string };
type Stays = Refusal<'member-elsewhere' | 'person-unfit' | 'family-emptied'>;

/**
 * Ends, the day before, the part that somebody has in another family, part of the deed that accepts the person into this one: an event of its own
 * there, undone with this one. Refuses when nobody said how the person leaves, when that cannot be of such a member, and when nobody would be left.
 */
export async function takeFromFamily(
  context: DeedContext,
  { registration, person, entitledBy }: Elsewhere,
  { event, leaving, reason }: Accepting,
): Promise<Stays | undefined> {
  if (!leaving) return refuse('member-elsewhere', { place: 'leaving', facts: { registration } });
  if (!canBeAbout(leaving, entitledBy)) return refuse('person-unfit', { place: 'leaving' });
  const found = await lockFamily(context, registration);
  if (!found) throw new Error(`family ${registration} is not known`);
  const { family } = found;
  if (!(await isSomebodyLeft(context, family, person)))
    return refuse('family-emptied', { place: 'leaving', facts: { registration } });
  const left = leavingEvent(context, family, { event, leaving, reason, person });
  await insertLifeEvent(context.tx, left);
  await changeMember(context, family, left);
  await householdsChanged(context, [registration]);
  if (effectOf(leaving).card === 'replaced') context.emit('entitlements.card-outdated', { registrations: [registration] });
  context.journal({
    subject: `registration:${registration}`,
    territory: family.territory,
    after: digestOf({ event: left.id, kind: leaving, person, with: event.id }),
    reason,
  });
  context.emit('entitlements.member-moved', { registrations: [registration] });
  return undefined;
}

async function isSomebodyLeft({ tx, today }: DeedContext, { number }: RegistrationRow, person: string): Promise<boolean> {
  const members = await listPresentMembersForUpdate(tx, [number]);
  return members.some(({ person_id, to_day }) => person_id !== person && (to_day === null || to_day >= today.toString()));
}

type Left = Accepting & { readonly leaving: Leaving; readonly person: string };

function leavingEvent(
  { now, today, actor }: DeedContext,
  { number, territory }: RegistrationRow,
  { event, leaving, reason, person }: Left,
): LifeEventRow {
  const at = now.toString();
  return {
    ...{ id: newId(), registration_number: number, kind: leaving, person_id: person, stated: {}, territory },
    ...{ happened_on: addDays(today, -1).toString(), proof_kind: event.proof_kind, proof_number: event.proof_number },
    ...{ reported_by: 'agency', reporter: actor.id, reported_at: at, with_event: event.id },
    ...{ state: 'accepted', settled_at: at, settled_by: actor.id, reason },
  };
}
