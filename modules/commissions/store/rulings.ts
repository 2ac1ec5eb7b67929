import { anyOf, sql, type Tx } from '#platform/database';
import { type RecusalRow, type RulingRow, tables, type WrittenOpinionRow } from './tables.ts';

export async function insertRulings(tx: Tx, rows: readonly RulingRow[]): Promise<void> {
  await sql`insert into commissions.ruling select * from jsonb_populate_recordset(null::commissions.ruling, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Every ruling of a sitting in the order they were recorded, those taken back too. */
export function listRulings(tx: Tx, sitting: string): Promise<RulingRow[]> {
  return tables(tx).selectFrom('ruling').selectAll().where('sitting_id', '=', sitting).orderBy('sequence').execute();
}

/** Rulings by the identifiers that devices gave, wherever they were recorded. */
export function listRulingsById(tx: Tx, ids: readonly string[]): Promise<RulingRow[]> {
  return tables(tx).selectFrom('ruling').selectAll().where('id', '=', anyOf(ids)).execute();
}

export async function withdrawRuling(tx: Tx, id: string, by: { readonly at: string; readonly actor: string }): Promise<void> {
  await tables(tx).updateTable('ruling').set({ withdrawn_at: by.at, withdrawn_by: by.actor }).where('id', '=', id).execute();
}

/** Notes who stands behind these rulings as a second person. */
export async function secondRulings(
  tx: Tx,
  ids: readonly string[],
  by: { readonly member: string; readonly at: string },
): Promise<void> {
  await tables(tx)
    .updateTable('ruling')
    .set({ seconded_by: by.member, seconded_at: by.at })
    .where('id', '=', anyOf(ids))
    .execute();
}

export type Decided = Pick<RulingRow, 'application_id' | 'outcome' | 'reason_code'>;

/** What stands on each file becomes a decision. Gives those that were none yet. */
export async function decideAsRuled(tx: Tx, sitting: string, at: string): Promise<Decided[]> {
  const { rows } = await sql<Decided>`
    insert into commissions.decision
      (sitting_id, application_id, territory, outcome, reason_code, remark, against_score, decided_at, actor, ruling_id)
    select r.sitting_id, r.application_id, r.territory, r.outcome, r.reason_code, r.remark, r.against_score, ${at}::timestamptz, r.actor, r.id
    from commissions.ruling r
    where r.sitting_id = ${sitting} and r.withdrawn_at is null
      and not exists (select from commissions.decision d where d.sitting_id = r.sitting_id and d.application_id = r.application_id)
    returning application_id, outcome, reason_code`.execute(tx);
  return rows;
}

export function listRecusals(tx: Tx, sitting: string): Promise<RecusalRow[]> {
  return tables(tx)
    .selectFrom('recusal')
    .selectAll()
    .where('sitting_id', '=', sitting)
    .orderBy('at')
    .orderBy('member_id')
    .execute();
}

/** Notes recusals; one that is known already changes nothing. */
export async function insertRecusals(tx: Tx, rows: readonly RecusalRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto('recusal')
    .values([...rows])
    .onConflict((same) => same.doNothing())
    .execute();
}

export function listWrittenOpinions(tx: Tx, sitting: string): Promise<WrittenOpinionRow[]> {
  return tables(tx)
    .selectFrom('written_opinion')
    .selectAll()
    .where('sitting_id', '=', sitting)
    .orderBy('application_id')
    .orderBy('institution')
    .execute();
}

/** Keeps what an absent institution wrote; says whether it was the first on this file. */
export async function insertWrittenOpinion(tx: Tx, row: WrittenOpinionRow): Promise<boolean> {
  const kept = await tables(tx)
    .insertInto('written_opinion')
    .values(row)
    .onConflict((same) => same.doNothing())
    .returning('institution')
    .executeTakeFirst();
  return kept !== undefined;
}
