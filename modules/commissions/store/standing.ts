import { sql, type Tx } from '#platform/database';
import type { SittingRow } from './tables.ts';

/** Something of a commission that stands with a holder: `day` is what its clock counts from, or the day that was promised. */
export type Standing = {
  readonly kind: 'sitting' | 'enquiry' | 'appeal';
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  readonly clock: 'convened' | 'decided' | 'enquiry' | 'appeal';
  readonly since: string | null;
  readonly day: string | null;
};

/**
 * Sittings whose day has come and that were not held, sealed ones that wait for the province, enquiries without an answer and appeals without a
 * decision: what goes on, not what ever was.
 */
export async function listStanding(tx: Tx): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select 'sitting' as kind, id, number, territory, 'convened' as clock, null as since, held_on as day
    from commissions.sitting where state in ('convened', 'agenda_frozen')
    union all
    select 'sitting', id, number, territory, 'decided', sealed_at, null from commissions.sitting where state = 'sealed'
    union all
    select 'enquiry', id, application_id::text, territory, 'enquiry', asked_at, due_on from commissions.enquiry where answered_at is null
    union all
    select 'appeal', id, number, territory, 'appeal', filed_at, answer_by from commissions.appeal where state in ('filed', 'admitted', 'scheduled')
    order by clock, id`.execute(tx);
  return rows;
}

/** Sealed sittings of local commissions that the province has left since before a moment, locked, the longest waiting first. */
export async function listSealedBefore(tx: Tx, before: string, limit: number): Promise<SittingRow[]> {
  const { rows } = await sql<SittingRow>`
    select s.* from commissions.sitting s join commissions.commission c on c.id = s.commission_id
    where s.state = 'sealed' and s.sealed_at < ${before}::timestamptz and c.kind = 'cpl' order by s.sealed_at, s.id limit ${limit} for update of s`.execute(
    tx,
  );
  return rows;
}
