import { z } from 'zod';
import { lawAt } from '#law';
import { assessDues } from '#modules/contributions';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { lastDayOfRight, rightOn, yearOfRight } from '../model/right.ts';
import {
  insertBeneficiaries,
  listMembersOn,
  listPresentMembersForUpdate,
  listSupersededAt,
  supersedeMembers,
} from '../store/beneficiaries.ts';
import {
  insertRights,
  listPresentRightsForUpdate,
  listRegistrationsOfRequests,
  listRightsSupersededAt,
  supersede,
} from '../store/registrations.ts';
import type { RegistrationRow } from '../store/tables.ts';
import { householdsChanged } from './households-changed.ts';

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
  const isReopened = await restoreRight(context, family, first.known_from);
  await householdsChanged(context, [number]);
  if (isReopened) context.emit('entitlements.opened', { registrations: [number] });
  else context.emit('entitlements.card-outdated', { registrations: [number] });
  return true;
}

/** Where the family's right had ended with the member's part, and nobody changed it since, it is again what it was. Whether it is open today. */
async function restoreRight(context: DeedContext, family: RegistrationRow, at: string): Promise<boolean> {
  const { tx, now, today } = context;
  const present = await listPresentRightsForUpdate(tx, [family.number]);
  const written = present.filter(({ known_from }) => known_from === at);
  if (!written.some(({ state, reason }) => state === 'closed' && reason === 'double-cover')) return false;
  const before = await listRightsSupersededAt(tx, family.number, at);
  await supersede(
    tx,
    written.map(({ id }) => id),
    now.toString(),
  );
  const again = before.map((row) => ({ ...row, id: newId(), known_from: now.toString(), known_to: null }));
  await insertRights(tx, again);
  const right = rightOn(again, today.toString());
  context.journal({
    subject: `registration:${family.number}`,
    territory: family.territory,
    before: digestOf({ registration: family.number, state: 'closed' }),
    after: digestOf({ registration: family.number, state: right?.state ?? 'closed' }),
    reason: 'settlement-undone',
  });
  if (right?.state === 'pending_payment') await askAgain(context, family);
  return right?.state === 'open';
}

/** What was owed was waived with the right: it is asked anew, as another notice. */
async function askAgain(context: DeedContext, { number, territory, ...since }: RegistrationRow): Promise<void> {
  const day = context.today.toString();
  const persons = (await listMembersOn(context.tx, [number], { day, knownAt: undefined })).length;
  const registered = toDate(since.registered_on);
  const year = yearOfRight(registered, day);
  const months = lawAt(since.registered_on).rights.periodMonths.value;
  const ends = {
    yearEnds: lastDayOfRight(registered, 12 * year).toString(),
    rightEnds: lastDayOfRight(registered, months).toString(),
  };
  await assessDues(context, [{ registration: number, persons, territory, yearOfRight: since.years_before + year, ...ends }]);
}
