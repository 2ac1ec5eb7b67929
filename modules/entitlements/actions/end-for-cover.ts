import { z } from 'zod';
import { hasFallen } from '#modules/coverage';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { endedForCover } from '../model/covered-member.ts';
import { insertBeneficiaries, listPresentMembersForUpdate, supersedeMembers } from '../store/beneficiaries.ts';
import { listPresentRightsForUpdate, listRegistrationsOfRequests } from '../store/registrations.ts';
import type { RegistrationRow } from '../store/tables.ts';
import { closeWhereNobodyIsLeft } from './close-where-nobody-is-left.ts';
import { householdsChanged } from './households-changed.ts';

/**
 * Ends one member's part in a family's rights on the day from which another scheme stands for it, with that as the reason: the others keep theirs,
 * what is not paid is asked anew for fewer persons, and the card that names the member is replaced. Where nobody is left, the family's right ends
 * and nothing is owed any more. What was true before that day stays. A family that is not registered, or whose rights are over by then, and a
 * member who has no part any more are left as they are.
 */
export const endForCover = defineAction({
  name: 'entitlements.end-for-cover',
  summary: 'End the part of a member whom another scheme covers in the rights of its family',
  permission: 'system:entitlements',
  input: z.object({ case: z.uuid(), application: z.uuid(), person: z.uuid(), from: z.iso.date() }),
  output: z.object({ ended: z.enum(['nothing', 'member', 'family']) }),
  refusals: [],
  internal: true,
  async run(context, { case: id, application, person, from }) {
    // Told late, after it was taken back, it ends nothing.
    if (await hasFallen(context.tx, id)) return { ended: 'nothing' as const };
    const [family] = await listRegistrationsOfRequests(context.tx, [application]);
    if (!family) return { ended: 'nothing' as const };
    const rights = await listPresentRightsForUpdate(context.tx, [family.number]);
    if (!rights.some(({ state, to_day }) => state !== 'closed' && to_day >= from)) return { ended: 'nothing' as const };
    if (!(await endPart(context, family, { case: id, person, from }))) return { ended: 'nothing' as const };
    const [, day = from] = [from, context.today.toString()].toSorted();
    const closed = await closeWhereNobodyIsLeft(context, [{ family, rights }], { day, reason: 'double-cover' });
    if (closed.length > 0) return { ended: 'family' as const };
    await householdsChanged(context, [family.number]);
    context.emit('entitlements.card-outdated', { registrations: [family.number] });
    return { ended: 'member' as const };
  },
});

type Covered = { readonly case: string; readonly person: string; readonly from: string };

async function endPart(context: DeedContext, { number, territory }: RegistrationRow, covered: Covered): Promise<boolean> {
  const { tx, now, today } = context;
  const own = (await listPresentMembersForUpdate(tx, [number])).filter(({ person_id }) => person_id === covered.person);
  const change = endedForCover(own, covered.from);
  if (!change) return false;
  await supersedeMembers(
    tx,
    change.gone.map(({ id }) => id),
    now.toString(),
  );
  const written = { known_from: now.toString(), known_to: null, case_id: covered.case, event_id: null };
  await insertBeneficiaries(
    tx,
    change.parts.map((part) => ({
      ...{ ...part, ...written, id: newId() },
      noted: part.to_day !== null && part.to_day < today.toString() ? ('ended' as const) : null,
    })),
  );
  context.journal({
    subject: `registration:${number}`,
    territory,
    before: digestOf({ registration: number, person: covered.person, part: 'held' }),
    after: digestOf({ registration: number, person: covered.person, ends: 'double-cover', from: covered.from }),
    reason: 'double-cover',
  });
  return true;
}
