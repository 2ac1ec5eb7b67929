import { anyOf, sql, type Tx } from '#platform/database';
import type { Outcome, ReasonCode } from '../model/decision.ts';
import { type AppealRow, type DecisionRow, tables } from './tables.ts';

/** Every decision of a local commission on these requests, the first first: one that was sent back has several. */
export function listDecisionsOfFiles(tx: Tx, applications: readonly string[]): Promise<DecisionRow[]> {
  return tables(tx)
    .selectFrom('decision')
    .selectAll()
    .where('application_id', '=', anyOf(applications))
    .orderBy('decided_at')
    .execute();
}

/** The decision that an appeal contests, with its sitting and what each institution thought where they differed. */
export async function findSittingOf(tx: Tx, appeal: Pick<AppealRow, 'sitting_id' | 'application_id'>) {
  const { rows } = await sql<FirstDecision>`
    select d.outcome, d.reason_code as reason, d.remark, d.against_score as "againstScore", s.held_on as "heldOn",
      s.number as sitting, s.minutes_digest as "minutesDigest", coalesce((
        select jsonb_agg(o - 'member') from commissions.ruling r, jsonb_array_elements(r.opinions) o where r.id = d.ruling_id
      ), '[]') as opinions
    from commissions.decision d join commissions.sitting s on s.id = d.sitting_id
    where d.sitting_id = ${appeal.sitting_id} and d.application_id = ${appeal.application_id}`.execute(tx);
  return rows[0];
}

type FirstDecision = {
  outcome: Outcome;
  reason: ReasonCode;
  remark: string | null;
  againstScore: boolean;
  heldOn: string;
  sitting: string;
  minutesDigest: string | null;
  opinions: { institution: string; outcome: string; words?: string }[];
};
