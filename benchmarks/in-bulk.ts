import type { Database } from '#platform/database';

type Kept = { readonly drop: string; readonly make: string };

/**
 * Fills tables of millions as a backup is restored: keys, indexes and references of `tables` go before `fill` and are built once after it,
 * so that each row is checked by the same rules and the tables end as they were, with statistics. For benchmarks alone: it needs the owner's
 * hand and nobody else at work. What `fill` may not use is `on conflict`.
 */
export async function inBulk({ pool }: Database, tables: readonly string[], fill: () => Promise<void>): Promise<void> {
  const read = async (text: string) => (await pool.query<Kept>(text, [tables])).rows;
  // References first and last: a key that is referred to cannot go.
  const [references, keys, indexes] = [await read(REFERENCES), await read(KEYS), await read(INDEXES)];
  for (const { drop } of [...references, ...keys, ...indexes]) await pool.query(drop);
  await fill();
  const client = await pool.connect();
  try {
    await client.query(`set maintenance_work_mem = '1GB'`);
    for (const { make } of [...keys, ...indexes, ...references]) await client.query(make);
    await client.query('reset maintenance_work_mem');
    await client.query(`analyze ${tables.join(', ')}`);
  } finally {
    client.release();
  }
}

const constraintsThat = (condition: string) => `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
  from pg_constraint where ${condition} order by oid`;
const REFERENCES = constraintsThat(`contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))`);
const KEYS = constraintsThat(`contype in ('p', 'u') and conrelid = any($1::regclass[])`);
const INDEXES = `
  select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make
  from pg_index where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)
  order by indexrelid`;
