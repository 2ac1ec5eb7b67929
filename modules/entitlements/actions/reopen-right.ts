import { lawAt } from '#law';
import { assessDues } from '#modules/contributions';
import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { Temporal, toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { lastDayOfRight, rightOn, yearOfRight } from '../model/right.ts';
import { listMembersOn } from '../store/beneficiaries.ts';
import { insertRights, listPresentRightsForUpdate, listRightsSupersededAt, supersede } from '../store/registrations.ts';
import type { RegistrationRow } from '../store/tables.ts';

/** The moment at which it was closed, and why it is not any more, in the words of the journal. */
type Reopening = { readonly closedAt: string; readonly reason: string };

/**
 * Where a family's right was closed at a moment since nobody was left, and nobody changed it since, it is again what it was, part of the deed that
 * undoes what closed it: what was waived is asked anew. Whether it is open today.
 */
export async function reopenRight(
  context: DeedContext,
  family: RegistrationRow,
  { closedAt: at, reason }: Reopening,
): Promise<boolean> {
  const { tx, now, today } = context;
  const instant = Temporal.Instant.from(at);
  const present = await listPresentRightsForUpdate(tx, [family.number]);
  const written = present.filter(({ known_from }) => Temporal.Instant.from(known_from).equals(instant));
  if (!written.some(({ state }) => state === 'closed')) return false;
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
    reason,
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
