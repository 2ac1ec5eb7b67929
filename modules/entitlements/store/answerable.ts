import { sql, type Tx } from '#platform/database';
import type { KnownPeriod } from '../model/right-answer.ts';
import type { RegistrationRow } from './registrations.ts';

/** A registered family with every period of its right as it was known. */
export type AnswerableRow = Omit<RegistrationRow, 'household_id'> & { readonly periods: readonly KnownPeriod[] };

type Sought = { readonly numbers: readonly string[]; readonly requests: readonly string[] };

/** Families by number or by request; `knownAt` absent: as they are known now. One statement, whatever their number. */
export async function listAnswerable(
  tx: Tx,
  { numbers, requests }: Sought,
  knownAt: string | undefined,
): Promise<AnswerableRow[]> {
  const isKnown =
    knownAt === undefined
      ? sql`p.known_to is null`
      : sql`p.known_from <= ${knownAt}::timestamptz and (p.known_to is null or p.known_to > ${knownAt}::timestamptz)`;
  const which =
    requests.length === 0
      ? sql`r.number = any(${numbers}::text[])`
      : sql`(r.number = any(${numbers}::text[]) or r.request_id = any(${requests}::uuid[]))`;
  const { rows } = await sql<AnswerableRow>`
    select r.number, r.request_id, r.category, r.registered_on, r.territory, known.periods
    from entitlements.registration r
    cross join lateral (
      select json_agg(json_build_object('state', p.state, 'from', p.from_day, 'to', p.to_day, 'reason', p.reason,
        'knownFrom', p.known_from) order by p.known_from) as periods
      from entitlements.right_period p where p.registration_number = r.number and ${isKnown}
    ) known
    where ${which} and known.periods is not null`.execute(tx);
  return rows;
}

/** The families in which these persons are beneficiaries. */
export async function listFamiliesOf(tx: Tx, persons: readonly string[]): Promise<{ person: string; number: string }[]> {
  if (persons.length === 0) return [];
  const { rows } = await sql<{ person: string; number: string }>`
    select person_id as person, registration_number as number from entitlements.beneficiary
    where person_id = any(${persons}::uuid[])`.execute(tx);
  return rows;
}
