import { sql, type Tx } from '#platform/database';

export const visitsOfDay = (tx: Tx) => sql`select * from care.visit`.execute(tx);
