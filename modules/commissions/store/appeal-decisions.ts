import { anyOf, sql, type Tx } from '#platform/database';
import type { AppealCriterion } from '../model/appeal.ts';
import type { Outcome, ReasonCode } from '../model/decision.ts';
import { type AppealDecisionRow, tables } from './tables.ts';

/** A ruling by the identifier its device made, standing or withdrawn. */
export function findAppealDecision(tx: Tx, id: string): Promise<AppealDecisionRow | undefined> {
  return tables(tx).selectFrom('appeal_decision').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertAppealDecision(tx: Tx, row: AppealDecisionRow): Promise<void> {
  await tables(tx)
    .insertInto('appeal_decision')
    .values({ ...row, findings: JSON.stringify(row.findings) as never })
    .execute();
}

/** What a sitting has ruled and not withdrawn. */
export function listStandingDecisions(tx: Tx, sitting: string): Promise<AppealDecisionRow[]> {
  return tables(tx)
    .selectFrom('appeal_decision')
    .selectAll()
    .where('sitting_id', '=', sitting)
    .where('withdrawn_at', 'is', null)
    .orderBy('recorded_at')
    .execute();
}

export async function withdrawAppealDecision(
  tx: Tx,
  id: string,
  by: { readonly at: string; readonly actor: string },
): Promise<void> {
  await tables(tx)
    .updateTable('appeal_decision')
    .set({ withdrawn_at: by.at, withdrawn_by: by.actor })
    .where('id', '=', id)
    .execute();
}

export async function sealAppealDecisions(tx: Tx, sitting: string, at: string): Promise<void> {
  await tables(tx)
    .updateTable('appeal_decision')
    .set({ sealed_at: at })
    .where('sitting_id', '=', sitting)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** What was ruled of these appeals by sealed sittings, the first first. */
export function listSealedDecisions(tx: Tx, appeals: readonly string[]): Promise<AppealDecisionRow[]> {
  return tables(tx)
    .selectFrom('appeal_decision')
    .selectAll()
    .where('appeal_id', '=', anyOf(appeals))
    .where('withdrawn_at', 'is', null)
    .where('sealed_at', 'is not', null)
    .orderBy('sealed_at')
    .execute();
}

export type ReformedFile = {
  application: string;
  category: 'poor' | 'vulnerable';
  words: string;
  held_on: string;
  number: string;
};

/** The requests among these whose last word is the provincial commission's, with what it gave. */
export async function listReformed(tx: Tx, applications: readonly string[]): Promise<ReformedFile[]> {
  const { rows } = await sql<ReformedFile & { decided_at: string }>`
    select distinct on (a.application_id) a.application_id as application, d.category, d.words, d.held_on, d.sitting_number as number
    from commissions.appeal a join commissions.appeal_decision d on d.appeal_id = a.id
    where a.application_id = any(${applications}::uuid[]) and d.outcome = 'reformed' and d.sealed_at is not null
      and d.withdrawn_at is null
      and not exists (
        select from commissions.decision later
        where later.application_id = a.application_id and later.sitting_id <> a.sitting_id and later.decided_at > d.sealed_at)
    order by a.application_id, d.sealed_at desc`.execute(tx);
  return rows;
}

export type RuledAppeal = AppealDecisionRow & {
  appeal: string;
  number: string;
  application: string;
  criteria: AppealCriterion[];
  answer_by: string;
  first_outcome: Outcome;
  first_reason: ReasonCode;
  first_sitting: string;
  first_held_on: string;
};

/** Appeals that sealed sittings ruled on between two days, the latest first, each beside the decision it contested; adjournments left out. */
export async function listRuled(
  tx: Tx,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<RuledAppeal[]> {
  const { rows } = await sql<RuledAppeal>`
    select r.*, a.id as appeal, a.number, a.application_id as application, a.criteria, a.answer_by,
      d.outcome as first_outcome, d.reason_code as first_reason, s.number as first_sitting, s.held_on as first_held_on
    from commissions.appeal_decision r join commissions.appeal a on a.id = r.appeal_id
    join commissions.decision d on d.sitting_id = a.sitting_id and d.application_id = a.application_id
    join commissions.sitting s on s.id = a.sitting_id
    where r.sealed_at is not null and r.withdrawn_at is null and r.outcome <> 'adjourned'
      and r.held_on >= ${from ?? '-infinity'}::date and r.held_on <= ${to ?? 'infinity'}::date
    order by r.held_on desc, a.number`.execute(tx);
  return rows;
}
