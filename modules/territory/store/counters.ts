import { sql, type Tx, tablesOf } from '#platform/database';

export const counterKinds = ['annexe', 'caidat', 'pachalik'] as const;

export type CounterRow = {
  id: string;
  territory: string;
  kind: (typeof counterKinds)[number];
  name_fr: string;
  name_ar: string;
  address: string | null;
  opened_on: string;
  closed_on: string | null;
};

const tables = tablesOf<{ counter: CounterRow }>('territory');

export async function insertCounter(tx: Tx, counter: CounterRow): Promise<void> {
  await tables(tx).insertInto('counter').values(counter).execute();
}

export function findCounter(tx: Tx, id: string): Promise<CounterRow | undefined> {
  return tables(tx).selectFrom('counter').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function saveCounter(
  tx: Tx,
  { id, name_fr, name_ar, address, closed_on }: Pick<CounterRow, 'id' | 'name_fr' | 'name_ar' | 'address' | 'closed_on'>,
): Promise<void> {
  await tables(tx).updateTable('counter').set({ name_fr, name_ar, address, closed_on }).where('id', '=', id).execute();
}

/** The counters of a territory and all that is in it, by commune and name; those that are closed too when they are asked for. */
export async function listCounters(
  tx: Tx,
  { territory, day, withClosed }: { readonly territory: string; readonly day: string; readonly withClosed: boolean },
): Promise<CounterRow[]> {
  const { rows } = await sql<CounterRow>`
    select * from territory.counter
    where (${territory} = '' or (territory || '.') ^@ (${territory} || '.')) and (${withClosed} or coalesce(closed_on, 'infinity') >= ${day}::date)
    order by territory, name_fr, id limit 5000`.execute(tx);
  return rows;
}
