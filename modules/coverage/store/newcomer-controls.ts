import { anyOf, sql, type Tx, tablesOf } from '#platform/database';
import type { CoverSpan } from '../model/overlap.ts';

export type NewcomerControlRow = {
  event_id: string;
  state: 'waiting' | 'clear' | 'overlap';
  covers: CoverSpan[];
  asked_at: string;
  answered_at: string | null;
  envelope_id: string | null;
  territory: string;
};

const tables = tablesOf<{ newcomer_control: NewcomerControlRow }>('coverage');

/** The last answer stands: who was covered elsewhere may not be any more, and the other way round. Silence takes no answer away. */
export async function saveNewcomerControl(tx: Tx, row: NewcomerControlRow): Promise<void> {
  await sql`
    insert into coverage.newcomer_control
    select * from jsonb_populate_record(null::coverage.newcomer_control, ${JSON.stringify(row)}::jsonb)
    on conflict (event_id) do update set state = excluded.state, covers = excluded.covers, asked_at = excluded.asked_at,
      answered_at = excluded.answered_at, envelope_id = excluded.envelope_id
    where coverage.newcomer_control.state = 'waiting' or excluded.state <> 'waiting'`.execute(tx);
}

export function listNewcomerControlsOf(tx: Tx, events: readonly string[]): Promise<NewcomerControlRow[]> {
  if (events.length === 0) return Promise.resolve([]);
  return tables(tx).selectFrom('newcomer_control').selectAll().where('event_id', '=', anyOf(events)).execute();
}
