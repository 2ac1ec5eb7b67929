import { lawAt } from '#law';
import { assessDues, listPaidDues } from '#modules/contributions';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { addDays, toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { nobodyFrom } from '../model/covered-member.ts';
import { lastDayOfRight, rightOn, yearOfRight } from '../model/right.ts';
import { listMembersOn, listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import { insertRights, listPresentRightsForUpdate, listRightsSupersededAt, supersede } from '../store/registrations.ts';
import type { RegistrationRow, RightRow } from '../store/tables.ts';

type Reopening = { readonly isMistaken: (closed: RightRow) => boolean; readonly reason: string };

/**
 * Where the family's right had ended since nobody was left in it, and somebody is in it again, it is again what it was, part of the deed that finds
 * the ending mistaken. Whether it is open today.
 */
export async function reopenRight(
  context: DeedContext,
  family: RegistrationRow,
  { isMistaken, reason }: Reopening,
): Promise<boolean> {
  const { tx, now, today } = context;
  const day = today.toString();
  const present = await listPresentRightsForUpdate(tx, [family.number]);
  const at = present.find((right) => right.state === 'closed' && isMistaken(right))?.known_from;
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
    reason,
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

/** What was owed for a part of the right that waits was waived with it: it is asked anew, as another notice, unless it had been paid by then. */
async function askAgain(context: DeedContext, { number, territory, ...since }: RegistrationRow, right: RightRow): Promise<void> {
  const [, day = right.from_day] = [right.from_day, context.today.toString()].toSorted();
  const persons = (await listMembersOn(context.tx, [number], { day, knownAt: undefined })).length;
  const months = lawAt(since.registered_on).rights.periodMonths.value;
  // Renewed rights that have not begun count from their own first day.
  const isNext = right.from_day > lastDayOfRight(toDate(since.registered_on), months).toString();
  const begun = toDate(isNext ? right.from_day : since.registered_on);
  const before = since.years_before + (isNext ? months / 12 : 0);
  const year = yearOfRight(begun, day);
  const paid = await listPaidDues(context.tx, [number]);
  if (paid.some((due) => (due.credited_year ?? due.year_of_right) === before + year)) return;
  const ends = {
    yearEnds: lastDayOfRight(begun, 12 * year).toString(),
    rightEnds: lastDayOfRight(begun, months).toString(),
  };
  await assessDues(context, [{ registration: number, persons, territory, yearOfRight: before + year, ...ends }]);
}
