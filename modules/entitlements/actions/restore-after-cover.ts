import { z } from 'zod';
import { lawAt } from '#law';
import { assessDues } from '#modules/contributions';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { nobodyFrom } from '../model/covered-member.ts';
import { lastDayOfRight, rightOn, yearOfRight } from '../model/right.ts';
import { listCoverInstants, listMembersOn, listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import {
  insertRights,
  listPresentRightsForUpdate,
  listRegistrationsOfRequests,
  listRightsSupersededAt,
  supersede,
} from '../store/registrations.ts';
import type { RegistrationRow, RightRow } from '../store/tables.ts';
import { householdsChanged } from './households-changed.ts';
import { restorePart } from './restore-part.ts';

const Settlement = z.object({ case: z.uuid(), application: z.uuid(), person: z.uuid() });

/**
 * Gives members back the part in their families' rights that a double registration ended, once its settlement is taken back: what it superseded
 * stands again from now on, but for what other settlements that stand still end, and so does the family's right where it had ended with it. Where
 * something changed the member since, that stays.
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
      if (family && (await restore(context, family, settlement.person))) restored.push(family.number);
    }
    return { restored };
  },
});

async function restore(context: DeedContext, family: RegistrationRow, person: string): Promise<boolean> {
  const { number } = family;
  await listPresentRightsForUpdate(context.tx, [number]);
  if (!(await restorePart(context, family, person))) return false;
  const isReopened = await restoreRight(context, family);
  await householdsChanged(context, [number]);
  if (isReopened) context.emit('entitlements.opened', { registrations: [number] });
  else context.emit('entitlements.card-outdated', { registrations: [number] });
  return true;
}

/**
 * Where the family's right had ended since a settlement left nobody in it, and somebody is in it again, it is again what it was: whichever of its
 * settlements is taken back first. Whether it is open today.
 */
async function restoreRight(context: DeedContext, family: RegistrationRow): Promise<boolean> {
  const { tx, now, today } = context;
  const day = today.toString();
  const present = await listPresentRightsForUpdate(tx, [family.number]);
  const instants = await listCoverInstants(tx, family.number);
  const written = present.filter(
    ({ state, reason, known_from }) => state === 'closed' && reason === 'double-cover' && instants.has(known_from),
  );
  const [at] = written.map(({ known_from }) => known_from);
  if (at === undefined || nobodyFrom(await listPresentMembersForUpdate(tx, [family.number]), day) !== undefined) return false;
  const together = present.filter(({ known_from }) => known_from === at);
  const others = present.filter((row) => !together.includes(row));
  await supersede(
    tx,
    together.map(({ id }) => id),
    now.toString(),
  );
  const before = (await listRightsSupersededAt(tx, family.number, at)).map((row) => untilNext(row, others));
  const again = before.map((row) => ({ ...row, id: newId(), known_from: now.toString(), known_to: null }));
  await insertRights(tx, again);
  const right = rightOn([...others, ...again], day);
  context.journal({
    subject: `registration:${family.number}`,
    territory: family.territory,
    before: digestOf({ registration: family.number, state: 'closed' }),
    after: digestOf({ registration: family.number, state: right?.state ?? 'closed' }),
    reason: 'settlement-undone',
  });
  for (const one of again) if (isUnpaid(one) && one.to_day >= day) await askAgain(context, family, one);
  return right?.state === 'open';
}

/** Rights that were renewed meanwhile begin where they begin. */
function untilNext(row: RightRow, others: readonly RightRow[]): RightRow {
  const [next] = others.flatMap(({ from_day }) => (from_day > row.from_day ? from_day : [])).toSorted();
  return next === undefined || row.to_day < next ? row : { ...row, to_day: addDays(toDate(next), -1).toString() };
}

function isUnpaid({ state, beneath }: RightRow): boolean {
  return state === 'pending_payment' || (state === 'suspended' && beneath === 'pending_payment');
}

/** What was owed for a part of the right that waits was waived with it: it is asked anew, as another notice. */
async function askAgain(context: DeedContext, { number, territory, ...since }: RegistrationRow, right: RightRow): Promise<void> {
  const [, day = right.from_day] = [right.from_day, context.today.toString()].toSorted();
  const persons = (await listMembersOn(context.tx, [number], { day, knownAt: undefined })).length;
  const months = lawAt(since.registered_on).rights.periodMonths.value;
  // Renewed rights that have not begun count from their own first day.
  const isNext = right.from_day > lastDayOfRight(toDate(since.registered_on), months).toString();
  const begun = toDate(isNext ? right.from_day : since.registered_on);
  const before = since.years_before + (isNext ? months / 12 : 0);
  const year = yearOfRight(begun, day);
  const ends = {
    yearEnds: lastDayOfRight(begun, 12 * year).toString(),
    rightEnds: lastDayOfRight(begun, months).toString(),
  };
  await assessDues(context, [{ registration: number, persons, territory, yearOfRight: before + year, ...ends }]);
}
