import { sql, type Tx } from '#platform/database';

export const visitsOfDay = (tx: Tx, day: string) =>
  sql`select count(*) from care.visit where (came_at at time zone 'Africa/Casablanca')::date = ${day}::date`.execute(tx);
