import { sql, type Tx } from '#platform/database';
import { type ApplicationsTables, tables } from './tables.ts';

export type CounterEntryRow = ApplicationsTables['counter_entry'];

export function findCounterEntry(tx: Tx, id: string): Promise<CounterEntryRow | undefined> {
  return tables(tx).selectFrom('counter_entry').selectAll().where('id', '=', id).executeTakeFirst();
}

/** How a request came over a counter, last. */
export function findLatestEntry(tx: Tx, application: string): Promise<CounterEntryRow | undefined> {
  return tables(tx)
    .selectFrom('counter_entry')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertCounterEntry(tx: Tx, row: CounterEntryRow): Promise<void> {
  await tables(tx).insertInto('counter_entry').values(row).execute();
}

export type NotTheSame = Omit<ApplicationsTables['not_the_same'], 'one_id' | 'other_id'> & {
  readonly pair: readonly [string, string];
};

/** Keeps judgements that two files are of different people; one that was made before stays as it was. */
export async function insertNotTheSame(tx: Tx, judgements: readonly NotTheSame[]): Promise<void> {
  if (judgements.length === 0) return;
  const rows = judgements.map(({ pair, ...judgement }) => {
    const [one_id, other_id] = [...pair].sort();
    return { one_id, other_id, ...judgement };
  });
  await sql`
    insert into applications.not_the_same (one_id, other_id, territory, reason, noted_at, noted_by)
    select one_id, other_id, territory, reason, noted_at, noted_by
    from jsonb_populate_recordset(null::applications.not_the_same, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(tx);
}
