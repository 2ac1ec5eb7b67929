import { sql, type Tx } from '#platform/database';
import type { SittingState } from '../model/sitting.ts';
import type { CommissionsTables, SittingRow } from './tables.ts';

type Kind = CommissionsTables['commission']['kind'];

export type CalendarRow = Omit<SittingRow, 'minutes' | 'minutes_digest' | 'convened_at' | 'rehearsal'> & {
  kind: Kind;
  files: number;
  late: number;
  decided: number;
  against_score: number;
  returned: number;
};

type Sought = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly states?: readonly SittingState[] | undefined;
  readonly kind?: Kind | undefined;
  readonly limit: number;
};

/** Sittings by day and hour, each counted: its files, those that were late, what was decided or is ruled so far, what was given back. */
export async function listCalendar(tx: Tx, { from, to, states, kind, limit }: Sought): Promise<CalendarRow[]> {
  const where = [
    ...(from === undefined ? [] : [sql`s.held_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`s.held_on <= ${to}::date`]),
    ...(states === undefined ? [] : [sql`s.state = any(${[...states]}::text[])`]),
    ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]),
  ];
  const { rows } = await sql<CalendarRow>`
    select s.id, s.commission_id, s.number, s.territory, s.held_on, s.state, s.opened_at, s.sealed_at, s.validated_at,
      s.starts_at, s.place_fr, s.place_ar, c.kind, agenda.files, agenda.late,
      case when s.state in ('sealed', 'validated') then sealed.decided else room.ruled end as decided,
      case when s.state in ('sealed', 'validated') then sealed.against else room.against end as against_score,
      (select count(*)::int from commissions.returned r where r.sitting_id = s.id) as returned
    from commissions.sitting s join commissions.commission c on c.id = s.commission_id
    cross join lateral (select count(*)::int as files, count(*) filter (where i.why = 'late')::int as late
      from commissions.agenda_item i where i.sitting_id = s.id) agenda
    cross join lateral (select count(*)::int as decided, count(*) filter (where d.against_score)::int as against
      from commissions.decision d where d.sitting_id = s.id) sealed
    cross join lateral (select count(*)::int as ruled, count(*) filter (where r.against_score)::int as against
      from commissions.ruling r where r.sitting_id = s.id and r.withdrawn_at is null) room
    ${where.length === 0 ? sql`` : sql`where ${sql.join(where, sql` and `)}`}
    order by s.held_on, s.starts_at nulls last, s.number limit ${limit}`.execute(tx);
  return rows;
}

export type PaceRow = { territory: string; last_held: string | null; next_held: string | null };

/** When each local commission of the jurisdiction last sat before a day, and is called for next. */
export async function listPaces(tx: Tx, today: string): Promise<PaceRow[]> {
  const { rows } = await sql<PaceRow>`
    select s.territory, max(s.held_on) filter (where s.state in ('open', 'sealed', 'validated')) as last_held,
      min(s.held_on) filter (where s.held_on >= ${today}::date and s.state in ('convened', 'agenda_frozen')) as next_held
    from commissions.sitting s join commissions.commission c on c.id = s.commission_id and c.kind = 'cpl'
    group by s.territory`.execute(tx);
  return rows;
}
