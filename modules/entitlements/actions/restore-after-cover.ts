import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { insertBeneficiaries, listPresentMembersForUpdate, listSupersededAt, supersedeMembers } from '../store/beneficiaries.ts';
import { listPresentRightsForUpdate, listRegistrationsOfRequests } from '../store/registrations.ts';
import type { RegistrationRow } from '../store/tables.ts';
import { householdsChanged } from './households-changed.ts';
import { reopenRight } from './reopen-right.ts';

const Settlement = z.object({ case: z.uuid(), application: z.uuid(), person: z.uuid() });

/**
 * Gives members back the part in their families' rights that a double registration ended, once its settlement is taken back: what it superseded
 * stands again from now on, and so does the family's right where it had ended with it. Where something changed the member since, that stays.
 */
export const restoreAfterCover = defineAction({
  name: 'entitlements.restore-after-cover',
  summary: 'Give members back the part that a double registration had ended',
  permission: 'system:entitlements',
  input: z.object({ settlements: z.array(Settlement).min(1) }),
  output: z.object({ restored: z.array(z.string()) }),
  refusals: [],
  internal: true,
  async run(context, { settlements }) {
    const restored: string[] = [];
    for (const settlement of settlements) {
      const [family] = await listRegistrationsOfRequests(context.tx, [settlement.application]);
      if (family && (await restore(context, family, settlement))) restored.push(family.number);
    }
    return { restored };
  },
});

async function restore(context: DeedContext, family: RegistrationRow, { case: id, person }: z.output<typeof Settlement>) {
  const { tx, now } = context;
  const { number, territory } = family;
  await listPresentRightsForUpdate(tx, [number]);
  const written = (await listPresentMembersForUpdate(tx, [number])).filter(({ case_id }) => case_id === id);
  const [first] = written;
  if (!first) return false;
  const before = await listSupersededAt(tx, { number, person }, first.known_from);
  await supersedeMembers(
    tx,
    written.map((row) => row.id),
    now.toString(),
  );
  const again = { known_from: now.toString(), known_to: null, noted: null };
  await insertBeneficiaries(
    tx,
    before.map((row) => ({ ...row, ...again, id: newId() })),
  );
  context.journal({
    subject: `registration:${number}`,
    territory,
    before: digestOf({ registration: number, person, ends: 'double-cover' }),
    after: digestOf({ registration: number, person, part: 'held' }),
    reason: 'settlement-undone',
  });
  const isReopened = await reopenRight(context, family, { closedAt: first.known_from, reason: 'settlement-undone' });
  await householdsChanged(context, [number]);
  if (isReopened) context.emit('entitlements.opened', { registrations: [number] });
  else context.emit('entitlements.card-outdated', { registrations: [number] });
  return true;
}
