import { anyOf, sql, type Tx } from '#platform/database';
import { type AppealPassage, type AppealState, appealPassages } from '../model/appeal.ts';
import { type AppealItemRow, type AppealRow, tables } from './tables.ts';

export async function takeAppealNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: string }>`select nextval('commissions.appeal_number') as n`.execute(tx);
  return Number(rows[0]?.n ?? 0);
}

/** Stores an appeal unless its decision is contested already; says whether it was stored. */
export async function insertAppeal(tx: Tx, row: AppealRow): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('appeal')
    .values(row)
    .onConflict((conflict) => conflict.columns(['sitting_id', 'application_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

/** The appeal against the last decision on a file: one that was sent back and decided again can be contested in its turn. */
export async function findAppealOfFile(tx: Tx, application: string): Promise<AppealRow | undefined> {
  const { rows } = await sql<AppealRow>`
    select a.* from commissions.appeal a
    join lateral (
      select d.sitting_id from commissions.decision d
      where d.application_id = a.application_id and d.outcome not in ('adjourned', 'enquiry') order by d.decided_at desc limit 1
    ) last on last.sitting_id = a.sitting_id
    where a.application_id = ${application}`.execute(tx);
  return rows[0];
}

export function findAppeal(tx: Tx, id: string): Promise<AppealRow | undefined> {
  return tables(tx).selectFrom('appeal').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findAppealForUpdate(tx: Tx, id: string): Promise<AppealRow | undefined> {
  return tables(tx).selectFrom('appeal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function listAppealsForUpdate(tx: Tx, ids: readonly string[]): Promise<AppealRow[]> {
  return tables(tx).selectFrom('appeal').selectAll().where('id', '=', anyOf(ids)).orderBy('id').forUpdate().execute();
}

/** Moves appeals along a passage, with what it settles. */
export async function moveAppeals(
  tx: Tx,
  passage: AppealPassage,
  moved: { readonly ids: readonly string[]; readonly at: string; readonly change?: Partial<AppealRow> },
): Promise<void> {
  const { ids, at, change = {} } = moved;
  await tables(tx)
    .updateTable('appeal')
    .set({ ...change, state: appealPassages[passage].to, since: at })
    .where('id', '=', anyOf(ids))
    .execute();
}

/** Appeals in some states, those whose answer is due first before the others. */
export function listAppeals(tx: Tx, states: readonly AppealState[], limit: number): Promise<AppealRow[]> {
  return tables(tx)
    .selectFrom('appeal')
    .selectAll()
    .where('state', '=', anyOf(states))
    .orderBy('answer_by')
    .orderBy('filed_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function insertAppealItems(tx: Tx, rows: readonly AppealItemRow[]): Promise<void> {
  await tables(tx)
    .insertInto('appeal_item')
    .values([...rows])
    .execute();
}

/** The appeals a sitting hears, in order. */
export function listAppealItems(tx: Tx, sitting: string): Promise<AppealItemRow[]> {
  return tables(tx).selectFrom('appeal_item').selectAll().where('sitting_id', '=', sitting).orderBy('position').execute();
}

export type HearingOf = { sitting: string; number: string; state: string; heldOn: string };

/** The last sitting that an appeal was put before. */
export async function findHearingOf(tx: Tx, appeal: string): Promise<HearingOf | undefined> {
  const { rows } = await sql<HearingOf>`
    select s.id as sitting, s.number, s.state, s.held_on as "heldOn"
    from commissions.appeal_item i join commissions.sitting s on s.id = i.sitting_id
    where i.appeal_id = ${appeal} order by s.convened_at desc limit 1`.execute(tx);
  return rows[0];
}

export function listAppealsByIds(tx: Tx, ids: readonly string[]): Promise<AppealRow[]> {
  return tables(tx).selectFrom('appeal').selectAll().where('id', '=', anyOf(ids)).execute();
}

/** Every appeal against a decision on a request, the first first. */
export function listAppealsOfFile(tx: Tx, application: string): Promise<AppealRow[]> {
  return tables(tx).selectFrom('appeal').selectAll().where('application_id', '=', application).orderBy('filed_at').execute();
}

export function findAppealNumbered(tx: Tx, number: string): Promise<AppealRow | undefined> {
  return tables(tx).selectFrom('appeal').selectAll().where('number', '=', number).executeTakeFirst();
}
