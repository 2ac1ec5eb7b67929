import { anyOf, sql, type Tx } from '#platform/database';
import type { Category } from '../model/right.ts';
import { keepAsKnown } from './registrations.ts';
import { type RenewalRow, tables } from './tables.ts';

export async function insertRenewal(
  tx: Tx,
  row: Pick<RenewalRow, 'request_id' | 'registration_number' | 'previous_request' | 'asked_on' | 'territory'>,
): Promise<void> {
  await tables(tx)
    .insertInto('renewal')
    .values(row as RenewalRow)
    .execute();
}

/** Every time that these families asked for their rights again, the first first. */
export function listRenewalsOf(tx: Tx, numbers: readonly string[]): Promise<RenewalRow[]> {
  if (numbers.length === 0) return Promise.resolve([]);
  return tables(tx)
    .selectFrom('renewal')
    .selectAll()
    .where('registration_number', '=', anyOf(numbers))
    .orderBy('asked_on')
    .orderBy('request_id')
    .execute();
}

/** Every request that the rights of a family rest or rested on, with the first day of those that renewed them. */
export async function listRequestsOf(tx: Tx, number: string): Promise<{ request: string; from: string | null }[]> {
  const { rows } = await sql<{ request: string; from: string | null }>`
    select request_id as request, null as from from entitlements.registration where number = ${number}
    union select request_id, from_day from entitlements.renewal where registration_number = ${number}
    union select previous_request, null from entitlements.renewal where registration_number = ${number}`.execute(tx);
  return rows;
}

/** Requests of families that are not registered anew by them yet, the longest waiting first, a page at a time. */
export async function listAskedRenewals(tx: Tx, after: RenewalRow | undefined, limit: number): Promise<RenewalRow[]> {
  const from = after ? sql`and (asked_on, request_id) > (${after.asked_on}::date, ${after.request_id}::uuid)` : sql``;
  const { rows } = await sql<RenewalRow>`
    select * from entitlements.renewal where from_day is null ${from} order by asked_on, request_id limit ${limit}::int`.execute(
    tx,
  );
  return rows;
}

/** Which of these requests are renewals, and of which families. */
export function listRenewals(tx: Tx, requests: readonly string[]): Promise<RenewalRow[]> {
  if (requests.length === 0) return Promise.resolve([]);
  return tables(tx).selectFrom('renewal').selectAll().where('request_id', '=', anyOf(requests)).orderBy('request_id').execute();
}

/** The last time that the family of a request asked for its rights again, unless that is the request itself. */
export async function findLatestRenewalBeside(tx: Tx, request: string): Promise<RenewalRow | undefined> {
  const { rows } = await sql<RenewalRow>`
    select w.* from entitlements.renewal w where w.registration_number = (
      select number from entitlements.registration where request_id = ${request}::uuid
      union select registration_number from entitlements.renewal where request_id = ${request}::uuid or previous_request = ${request}::uuid
      limit 1)
    order by w.asked_on desc, w.request_id desc limit 1`.execute(tx);
  return rows.find((row) => row.request_id !== request);
}

type RenewedRow = {
  readonly request_id: string;
  readonly registered_on: string;
  readonly category: Category;
  readonly household_id: string;
  readonly from_day: string;
  readonly territory: string;
};

/** Renewals that were registered: from which day, in which commune, for which household. */
export async function noteRenewed(tx: Tx, renewed: readonly RenewedRow[]): Promise<void> {
  await sql`
    update entitlements.renewal w set registered_on = n.registered_on, category = n.category, household_id = n.household_id,
      from_day = n.from_day, territory = n.territory
    from jsonb_to_recordset(${JSON.stringify(renewed)}::jsonb)
      as n(request_id uuid, registered_on date, category text, household_id uuid, from_day date, territory text)
    where w.request_id = n.request_id`.execute(tx);
}

/** Renewed rights whose first day has come and whose registration does not rest on them yet, locked; so many at once. */
export async function listToBegin(tx: Tx, today: string, limit: number): Promise<RenewalRow[]> {
  const { rows } = await sql<RenewalRow>`
    select * from entitlements.renewal where begun_on is null and from_day <= ${today}::date
    order by from_day, request_id limit ${limit}::int for update skip locked`.execute(tx);
  return rows;
}

/** Rests registrations on the requests that renewed them; the years of rights before go on being counted, and the family may be called again. */
export async function moveOn(
  tx: Tx,
  renewals: readonly (Pick<RenewalRow, 'request_id' | 'registration_number'> & { readonly years: number })[],
  { today, now }: { readonly today: string; readonly now: string },
): Promise<void> {
  const requests = renewals.map((row) => row.request_id);
  const numbers = renewals.map((row) => row.registration_number);
  await keepAsKnown(tx, numbers, now);
  await sql`
    update entitlements.registration r set request_id = w.request_id, household_id = w.household_id, category = w.category,
      registered_on = w.from_day, years_before = r.years_before + n.years
    from entitlements.renewal w, jsonb_to_recordset(${JSON.stringify(renewals)}::jsonb) as n(request_id uuid, years int)
    where w.request_id = n.request_id and r.number = w.registration_number`.execute(tx);
  await tables(tx).updateTable('renewal').set({ begun_on: today }).where('request_id', '=', anyOf(requests)).execute();
  await sql`delete from entitlements.renewal_call where registration_number = any(${numbers}::text[])`.execute(tx);
}
