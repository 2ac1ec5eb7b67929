import { anyOf, sql, type Tx } from '#platform/database';
import type { Category } from '../model/right.ts';
import { insertBeneficiaries } from './beneficiaries.ts';
import { type BeneficiaryRow, type RegistrationRow, type RightRow, tables } from './tables.ts';

export async function takeRegistrationNumbers(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{
    n: number;
  }>`select nextval('entitlements.registration_number') as n from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.n);
}

/** The registrations that came of some requests, each under the request that was asked about: renewed rights rest on a later one of the same family. */
export async function listRegistrationsOfRequests(tx: Tx, requests: readonly string[]): Promise<RegistrationRow[]> {
  if (requests.length === 0) return [];
  const { rows } = await sql<RegistrationRow>`
    select r.number, asked.request_id, r.household_id, r.category, r.registered_on, r.territory, r.years_before
    from (
      select request_id, number from entitlements.registration where request_id = any(${[...requests]}::uuid[])
      union select previous_request, registration_number from entitlements.renewal
        where previous_request = any(${[...requests]}::uuid[]) and from_day is not null
      union select request_id, registration_number from entitlements.renewal
        where request_id = any(${[...requests]}::uuid[]) and from_day is not null
    ) asked join entitlements.registration r on r.number = asked.number order by r.number, asked.request_id`.execute(tx);
  return rows;
}

export function listRegistrations(tx: Tx, numbers: readonly string[]): Promise<RegistrationRow[]> {
  if (numbers.length === 0) return Promise.resolve([]);
  return tables(tx).selectFrom('registration').selectAll().where('number', '=', anyOf(numbers)).orderBy('number').execute();
}

export async function insertRegistrations(
  tx: Tx,
  rows: {
    registrations: readonly RegistrationRow[];
    beneficiaries: readonly BeneficiaryRow[];
    rights: readonly RightRow[];
  },
): Promise<void> {
  await sql`insert into entitlements.registration select * from jsonb_populate_recordset(null::entitlements.registration, ${JSON.stringify(rows.registrations)}::jsonb)`.execute(
    tx,
  );
  await insertBeneficiaries(tx, rows.beneficiaries);
  await insertRights(tx, rows.rights);
}

export async function insertRights(tx: Tx, rows: readonly RightRow[]): Promise<void> {
  await sql`insert into entitlements.right_period select * from jsonb_populate_recordset(null::entitlements.right_period, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** The rights of families as they are known now, locked for a change. */
export function listPresentRightsForUpdate(tx: Tx, registrations: readonly string[]): Promise<RightRow[]> {
  return tables(tx)
    .selectFrom('right_period')
    .selectAll()
    .where('registration_number', '=', anyOf(registrations))
    .where('known_to', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export function listPresentRights(tx: Tx, registrations: readonly string[]): Promise<RightRow[]> {
  if (registrations.length === 0) return Promise.resolve([]);
  return tables(tx)
    .selectFrom('right_period')
    .selectAll()
    .where('registration_number', '=', anyOf(registrations))
    .where('known_to', 'is', null)
    .orderBy('from_day')
    .execute();
}

/** What is no longer believed stays readable: it was known until now. */
export async function supersede(tx: Tx, ids: readonly string[], now: string): Promise<void> {
  await tables(tx).updateTable('right_period').set({ known_to: now }).where('id', '=', anyOf(ids)).execute();
}

/** Rights of a family that were superseded at an instant. */
export async function listRightsSupersededAt(tx: Tx, number: string, at: string): Promise<RightRow[]> {
  const { rows } = await sql<RightRow>`
    select * from entitlements.right_period where registration_number = ${number} and known_to = ${at}::timestamptz order by from_day`.execute(
    tx,
  );
  return rows;
}

export async function setCategory(
  tx: Tx,
  numbers: readonly string[],
  { category, now }: { readonly category: Category; readonly now: string },
): Promise<void> {
  await keepAsKnown(tx, numbers, now);
  await tables(tx).updateTable('registration').set({ category }).where('number', '=', anyOf(numbers)).execute();
}

/** What registrations rest on stays readable for whoever asks what was known before now, when they come to rest on something else. */
export async function keepAsKnown(tx: Tx, numbers: readonly string[], now: string): Promise<void> {
  await sql`
    insert into entitlements.registration_until (registration_number, known_to, request_id, category, registered_on, territory)
    select number, ${now}::timestamptz, request_id, category, registered_on, territory from entitlements.registration
    where number = any(${numbers}::text[]) on conflict do nothing`.execute(tx);
}

export type Moving = { readonly number: string; readonly territory: string };

/** Families are of another commune, with everything that is known of them now. */
export async function moveOfCommune(tx: Tx, families: readonly Moving[]): Promise<void> {
  const moving = sql`jsonb_to_recordset(${JSON.stringify(families)}::jsonb) as n(number text, territory text)`;
  await sql`update entitlements.registration r set territory = n.territory from ${moving} where r.number = n.number`.execute(tx);
  for (const table of ['beneficiary', 'right_period'])
    await sql`update ${sql.table(`entitlements.${table}`)} r set territory = n.territory from ${moving}
      where r.registration_number = n.number and r.known_to is null`.execute(tx);
  await sql`update entitlements.renewal r set territory = n.territory from ${moving} where r.registration_number = n.number`.execute(
    tx,
  );
}
