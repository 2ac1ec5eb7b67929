import { sql, type Tx } from '#platform/database';
import type { RegistrationRow, RightRow } from './tables.ts';

/** A right that ends with the family it is of. */
export type EndingRight = RightRow & Pick<RegistrationRow, 'request_id' | 'registered_on' | 'years_before'>;

const followed = sql`exists (select from entitlements.right_period q
  where q.registration_number = p.registration_number and q.known_to is null and q.from_day > p.to_day)`;

/** Rights that ran out before a day with nothing after them, locked; so many at once, the longest over first. */
export async function listOver(tx: Tx, today: string, limit: number): Promise<EndingRight[]> {
  const { rows } = await sql<EndingRight>`
    select p.*, r.request_id, r.registered_on, r.years_before from entitlements.right_period p
    join entitlements.registration r on r.number = p.registration_number
    where p.known_to is null and p.state in ('open', 'pending_payment', 'suspended') and p.to_day < ${today}::date and not ${followed}
    order by p.to_day, p.id limit ${limit}::int for update of p skip locked`.execute(tx);
  return rows;
}

type Soon = { readonly soon: string; readonly months: number; readonly limit: number };

/** Open rights of vulnerable families that end soon, before the years of the law are over, with nothing asked for the next year; locked. */
export async function listYearsToAsk(tx: Tx, { soon, months, limit }: Soon): Promise<EndingRight[]> {
  const { rows } = await sql<EndingRight>`
    select p.*, r.request_id, r.registered_on, r.years_before from entitlements.right_period p
    join entitlements.registration r on r.number = p.registration_number and r.category = 'vulnerable'
    where p.known_to is null and p.state = 'open' and p.to_day <= ${soon}::date
      and p.to_day < (r.registered_on + make_interval(months => ${months}::int))::date - 1 and not ${followed}
    order by p.to_day, p.id limit ${limit}::int for update of p skip locked`.execute(tx);
  return rows;
}
