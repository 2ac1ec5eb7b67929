import { sql, type Tx } from '#platform/database';
import type { State } from '../model/lifecycle.ts';

export type ContestedFile = { id: string; state: State; closed_for: string | null; has_other: boolean };

/** Requests whose decision is contested, locked; with whether a card of theirs stands in another open request. */
export async function listContestedForUpdate(tx: Tx, ids: readonly string[]): Promise<ContestedFile[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ContestedFile>`
    select a.id, a.state, a.closed_for, applications.has_open_request(a.adult_cards) as has_other
    from applications.application a where a.id = any(${ids}::uuid[]) order by a.id for update of a`.execute(tx);
  return rows;
}

/** Writes an outcome into requests that stay where they stand; gives what it was. */
export async function setOutcome(tx: Tx, files: readonly { readonly id: string; readonly outcome: string }[]) {
  if (files.length === 0) return [];
  const { rows } = await sql<{ id: string; territory: string; before: string | null; outcome: string }>`
    with wanted as (select * from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as w(id uuid, outcome text)),
    was as (select a.id, a.outcome from applications.application a join wanted using (id))
    update applications.application a set outcome = w.outcome from wanted w join was using (id)
    where a.id = w.id returning a.id, a.territory, was.outcome as before, a.outcome`.execute(tx);
  return rows;
}
