import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { sql } from '#platform/database';
import { type Passage, passages, type State } from '../model/lifecycle.ts';

export type Move = {
  readonly id: string;
  readonly reason?: string | undefined;
  /** Attributes of the file that this passage settles. */
  readonly proposal?: string | undefined;
  readonly outcome?: string | undefined;
  readonly closedFor?: string | undefined;
};

export type Moved = { readonly id: string; readonly territory: string; readonly from: State; readonly number: string };

type MovedRow = { id: string; territory: string; number: string; from_state: State; reason: string | null };

/**
 * Moves files along one passage of the lifecycle, in one statement whatever their number, with a row of their timeline and a line of the
 * journal each. Only files that stand where the passage begins, and that the actor may see, are moved; the others are simply not in the
 * answer: the caller decides what that means. Whoever is ruled on again has no outcome yet, and whoever is reopened is closed for nothing.
 */
export async function moveApplications(context: DeedContext, passage: Passage, moves: readonly Move[]): Promise<Moved[]> {
  if (moves.length === 0) return [];
  const { from, to } = passages[passage];
  const { rows } = await sql<MovedRow>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
        as m(id uuid, reason text, proposal text, outcome text, "closedFor" text)
    ), standing as (
      select a.id, a.state from applications.application a join wanted using (id)
      where a.state = any(${[...from]}) order by a.id for update of a
    ), moved as (
      update applications.application a
      set state = ${to}, since = ${context.now.toString()}, proposal = coalesce(w.proposal, a.proposal),
        outcome = case when ${to} <> 'scored' then coalesce(w.outcome, a.outcome) end,
        closed_for = case when ${to} = 'closed' then coalesce(w."closedFor", a.closed_for) end
      from standing s join wanted w using (id) where a.id = s.id
      returning a.id, a.territory, a.number, s.state as from_state, w.reason
    ), noted as (
      insert into applications.passage (application_id, territory, from_state, to_state, deed_name, at, actor, reason)
      select id, territory, from_state, ${to}, ${passage}, ${context.now.toString()}::timestamptz, ${context.actor.id}, reason from moved order by id
    )
    select * from moved`.execute(context.tx);
  context.journal(...rows.map((row) => ({ ...journalLine(row, to), ...(row.reason === null ? {} : { reason: row.reason }) })));
  return rows.map((row) => ({ id: row.id, territory: row.territory, from: row.from_state, number: row.number }));
}

function journalLine(row: MovedRow, to: State) {
  return {
    subject: `application:${row.id}`,
    territory: row.territory,
    before: digestOf({ application: row.id, state: row.from_state }),
    after: digestOf({ application: row.id, state: to }),
  };
}
