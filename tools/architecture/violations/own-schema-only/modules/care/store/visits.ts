import { sql, type Tx } from '#platform/database';

export const listVisits = (tx: Tx) => sql`select v.id from care.visit v join entitlements.right r on r.id = v.right_id`.execute(tx);
