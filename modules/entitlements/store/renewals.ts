import { sql, type Tx } from '#platform/database';
import type { Call, Ending } from '../model/renewal-plan.ts';

type Span = { readonly from: string; readonly to: string; readonly months: number };

/** Families whose rights are neither closed nor over on a day, each with the last day of the years of the law. */
function standing({ from, to, months }: Span) {
  const term = sql`((r.registered_on + make_interval(months => ${months}::int))::date - 1)`;
  return sql`select r.number, r.territory, ${term} as term from entitlements.registration r
    where r.registered_on between (${from}::date - make_interval(months => ${months}::int, days => 40))::date and ${to}::date
      and ${term} between ${from}::date and ${to}::date
      and not exists (select from entitlements.right_period p
        where p.registration_number = r.number and p.known_to is null and p.state = 'closed' and p.from_day >= r.registered_on)`;
}

/** A family that has asked already, or whose rights were closed since it was planned, is neither called nor reminded. */
const toBeCalled = sql`not exists (select from entitlements.renewal w
    where w.registration_number = renewal_call.registration_number and w.begun_on is null)
  and not exists (select from entitlements.registration r join entitlements.right_period p on p.registration_number = r.number
    where r.number = renewal_call.registration_number and p.known_to is null and p.state = 'closed' and p.from_day >= r.registered_on)`;

const province = sql`split_part(territory, '.', 1) || '.' || split_part(territory, '.', 2)`;

export type MonthOfProvince = { month: string; province: string; families: number };

/** How many families' rights end, by month and province: one pass over the registrations of those months, whatever their number. */
export async function countEndings(tx: Tx, span: Span): Promise<MonthOfProvince[]> {
  const { rows } = await sql<MonthOfProvince>`
    select to_char(term, 'YYYY-MM') as month, ${province} as province, count(*)::int as families
    from (${standing(span)}) s group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}

/** The days on which the rights of a province's families end; of those who are not called yet. */
export async function listEndings(tx: Tx, scope: string, span: Span): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select s.term::text as term, count(*)::int as families from (${standing(span)}) s
    where s.territory ^@ ${`${scope}.`} and not exists (
      select from entitlements.renewal_call c where c.registration_number = s.number and c.called_at is not null)
    group by 1 order by 1`.execute(tx);
  return rows;
}

/**
 * Gives each family of a province its day by the plan: of those whose rights end on one day, in the order of their numbers, the first so many on the
 * first day, and so on. One statement; who was called already stays called.
 */
export async function keepCalls(
  tx: Tx,
  { scope, calls, span }: { scope: string; calls: readonly Call[]; span: Span },
): Promise<number> {
  const { rows } = await sql`
    with planned as (
      select term, call_on, sum(families) over own - families as after, sum(families) over own as upto
      from jsonb_to_recordset(${JSON.stringify(calls.map(({ callOn: call_on, ...call }) => ({ ...call, call_on })))}::jsonb)
        as c(term date, call_on date, families int)
      window own as (partition by term order by call_on)
    ), ranked as (
      select s.*, row_number() over (partition by s.term order by s.number) as place from (${standing(span)}) s
      where s.territory ^@ ${`${scope}.`} and not exists (
        select from entitlements.renewal_call c where c.registration_number = s.number and c.called_at is not null)
    )
    insert into entitlements.renewal_call (registration_number, term, call_on, is_planned, territory)
    select r.number, r.term, p.call_on, true, r.territory
    from ranked r join planned p on p.term = r.term and r.place > p.after and r.place <= p.upto
    on conflict (registration_number) do update set call_on = excluded.call_on, is_planned = true
      where renewal_call.called_at is null
    returning registration_number`.execute(tx);
  return rows.length;
}

export type CalledRow = { registration_number: string; territory: string; call_on: string };
type Portion = { readonly today: string; readonly now: string; readonly limit: number };

/** Calls those whose day by the plan has come; so many at once. */
export async function callPlanned(tx: Tx, { today, now, limit }: Portion): Promise<CalledRow[]> {
  const { rows } = await sql<CalledRow>`
    update entitlements.renewal_call set called_at = ${now}::timestamptz where registration_number in (
      select registration_number from entitlements.renewal_call where called_at is null and call_on <= ${today}::date and ${toBeCalled}
      order by call_on, registration_number limit ${limit}::int for update skip locked)
    returning registration_number, territory, call_on`.execute(tx);
  return rows;
}

/** Calls those whose renewal is open and whom no plan gave a day; so many at once. */
export async function callUnplanned(tx: Tx, span: Span, { today, now, limit }: Portion): Promise<CalledRow[]> {
  const { rows } = await sql<CalledRow>`
    insert into entitlements.renewal_call (registration_number, term, call_on, is_planned, called_at, territory)
    select s.number, s.term, ${today}::date, false, ${now}::timestamptz, s.territory from (${standing(span)}) s
    where not exists (select from entitlements.renewal_call c where c.registration_number = s.number)
      and not exists (select from entitlements.renewal w where w.registration_number = s.number and w.begun_on is null)
    order by s.term, s.number limit ${limit}::int
    on conflict do nothing returning registration_number, territory, call_on`.execute(tx);
  return rows;
}

/** Reminds those who were called and whose rights end soon; so many at once. */
export async function remindCalled(tx: Tx, until: string, { today, now, limit }: Portion): Promise<CalledRow[]> {
  const { rows } = await sql<CalledRow>`
    update entitlements.renewal_call set reminded_at = ${now}::timestamptz where registration_number in (
      select registration_number from entitlements.renewal_call
      where called_at is not null and reminded_at is null and ${toBeCalled} and term between ${today}::date and ${until}::date
        and called_at < ${now}::timestamptz - interval '7 days'
      order by term, registration_number limit ${limit}::int for update skip locked)
    returning registration_number, territory, call_on`.execute(tx);
  return rows;
}

export type Waves = { planned: number; called: number; reminded: number };

/** How far the calls of a province are. */
export async function countCalls(tx: Tx, scope: string): Promise<Waves> {
  const { rows } = await sql<Waves>`
    select count(*) filter (where called_at is null)::int as planned, count(*) filter (where called_at is not null)::int as called,
      count(*) filter (where reminded_at is not null)::int as reminded
    from entitlements.renewal_call where territory ^@ ${`${scope}.`}`.execute(tx);
  return rows[0] ?? { planned: 0, called: 0, reminded: 0 };
}
