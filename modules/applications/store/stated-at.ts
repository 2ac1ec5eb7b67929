import { sql, type Tx } from '#platform/database';
import { type ApplicationRow, type ApplicationsTables, tables } from './tables.ts';

export type StatedRow = Pick<ApplicationRow, 'id' | 'number' | 'territory' | 'head_names'> & { proposal: string | null };

/** What these files stated at an instant, and what the score proposed by then; whatever was corrected or scored later. */
export async function listStatedAt(tx: Tx, ids: readonly string[], at: string): Promise<StatedRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StatedRow>`
    select a.id, a.number, a.territory, coalesce(stated.names, a.head_names) as head_names, scored.outcome as proposal
    from applications.application a
    left join lateral (
      select v.declaration #> '{members,0,names}' as names from applications.version v
      where v.application_id = a.id and v.made_at <= ${at}::timestamptz order by v.version desc limit 1
    ) stated on true
    left join lateral (
      select s.result::jsonb ->> 'outcome' as outcome from applications.assessment s
      where s.application_id = a.id and s.assessed_at <= ${at}::timestamptz order by s.assessed_at desc limit 1
    ) scored on true
    where a.id = any(${[...ids]}::uuid[]) order by a.id`.execute(tx);
  return rows;
}

/** The score of a file that bears a digest. */
export function findAssessmentNamed(
  tx: Tx,
  application: string,
  result: string,
): Promise<ApplicationsTables['assessment'] | undefined> {
  return tables(tx)
    .selectFrom('assessment')
    .selectAll()
    .where('application_id', '=', application)
    .where('result_digest', '=', result)
    .orderBy('assessed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
