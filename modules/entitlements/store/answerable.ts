import { sql, type Tx } from '#platform/database';
import type { MemberPeriod } from '../model/beneficiary.ts';
import type { KnownPeriod } from '../model/right-answer.ts';
import type { RegistrationRow } from './tables.ts';

/** A registered family with every period of its right as it was known. */
export type AnswerableRow = Omit<RegistrationRow, 'household_id'> & { readonly periods: readonly KnownPeriod[] };

/** Families by number; `knownAt` absent: as they are known now. One statement, whatever their number. */
export async function listAnswerable(tx: Tx, numbers: readonly string[], knownAt: string | undefined): Promise<AnswerableRow[]> {
  const { rows } = await sql<AnswerableRow>`
    select r.number, r.request_id, r.category, r.registered_on, r.territory, known.periods
    from ${restingAs(sql`entitlements.registration`, knownAt)} r
    cross join lateral (
      select json_agg(json_build_object('state', p.state, 'from', p.from_day, 'to', p.to_day, 'reason', p.reason,
        'knownFrom', p.known_from) order by p.known_from) as periods
      from entitlements.right_period p where p.registration_number = r.number and ${knownAs('p', knownAt)}
    ) known
    where r.number = any(${numbers}::text[]) and known.periods is not null`.execute(tx);
  return rows;
}

/** Registrations with what they rested on as it was known at an instant; absent: as it is known now. */
function restingAs(registrations: ReturnType<typeof sql>, knownAt: string | undefined) {
  if (knownAt === undefined) return registrations;
  return sql`(
    select n.number, n.territory, coalesce(u.request_id, n.request_id) as request_id, coalesce(u.category, n.category) as category,
      coalesce(u.registered_on, n.registered_on) as registered_on
    from ${registrations} n left join lateral (
      select * from entitlements.registration_until u
      where u.registration_number = n.number and u.known_to > ${knownAt}::timestamptz order by u.known_to limit 1) u on true)`;
}

/** The families of requests: those that they rest on, rested on before they were renewed, or asked to be renewed by. */
export async function listFamiliesOfRequests(
  tx: Tx,
  requests: readonly string[],
): Promise<{ readonly request: string; readonly number: string }[]> {
  if (requests.length === 0) return [];
  const { rows } = await sql<{ request: string; number: string }>`
    select request_id as request, number from entitlements.registration where request_id = any(${requests}::uuid[])
    union select previous_request, registration_number from entitlements.renewal where previous_request = any(${requests}::uuid[])
    union select request_id, registration_number from entitlements.renewal where request_id = any(${requests}::uuid[])`.execute(
    tx,
  );
  return rows;
}

/** The families in which these persons are beneficiaries, each with the person's own periods as they were known. */
export async function listFamiliesOf(
  tx: Tx,
  persons: readonly string[],
  knownAt: string | undefined,
): Promise<{ person: string; number: string; periods: readonly MemberPeriod[] }[]> {
  if (persons.length === 0) return [];
  const { rows } = await sql<{ person: string; number: string; periods: readonly MemberPeriod[] }>`
    select b.person_id as person, b.registration_number as number,
      json_agg(json_build_object('from', b.from_day, 'to', b.to_day, 'begunBy', b.begun_by, 'endsBy', b.ends_by,
        'knownFrom', b.known_from) order by b.known_from) as periods
    from entitlements.beneficiary b where b.person_id = any(${persons}::uuid[]) and ${knownAs('b', knownAt)}
    group by b.person_id, b.registration_number`.execute(tx);
  return rows;
}

/** What stood of rows that are superseded and never changed, as it was known at an instant; absent: as it is known now. */
export function knownAs(table: string, knownAt: string | undefined) {
  const from = sql.ref(`${table}.known_from`);
  const to = sql.ref(`${table}.known_to`);
  return knownAt === undefined
    ? sql`${to} is null`
    : sql`${from} <= ${knownAt}::timestamptz and (${to} is null or ${to} > ${knownAt}::timestamptz)`;
}

export type AnswerableInOrder = Omit<AnswerableRow, 'periods' | 'territory'> & {
  readonly periods: readonly KnownPeriod[] | null;
};

/** Families in the order of their numbers, a page of them; `periods` null where nothing of the family was known at the instant. */
export async function listAnswerableAfter(
  tx: Tx,
  { after, limit }: { readonly after: string; readonly limit: number },
  knownAt: string,
): Promise<AnswerableInOrder[]> {
  const { rows } = await sql<AnswerableInOrder>`
    select r.number, r.request_id, r.category, r.registered_on, known.periods
    from ${restingAs(sql`(select * from entitlements.registration where number > ${after} order by number limit ${limit}::int)`, knownAt)} r
    cross join lateral (
      select json_agg(json_build_object('state', p.state, 'from', p.from_day, 'to', p.to_day, 'reason', p.reason,
        'knownFrom', p.known_from) order by p.known_from) as periods
      from entitlements.right_period p
      where p.registration_number = r.number and ${knownAs('p', knownAt)}
    ) known
    order by r.number`.execute(tx);
  return rows;
}
