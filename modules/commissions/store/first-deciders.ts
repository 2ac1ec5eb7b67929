import { listDeciders } from '#modules/applications';
import { sql, type Tx } from '#platform/database';
import type { FirstDeciders, Person } from '../model/first-deciders.ts';
import type { AppealRow } from './tables.ts';

/**
 * Who had a hand in the decision that an appeal contests: the members present at its sitting, whoever recorded it, whoever validated it; by all
 * that was done until an instant, if one is told.
 */
export async function findFirstDeciders(
  tx: Tx,
  { sitting_id, application_id }: Pick<AppealRow, 'sitting_id' | 'application_id'>,
  until?: string,
): Promise<FirstDeciders> {
  const { rows: seats } = await sql<Person>`
    select distinct m.agent_id, m.cnie, m.name_fr, m.name_ar
    from commissions.presence p join commissions.member m on m.id = p.member_id where p.sitting_id = ${sitting_id}`.execute(tx);
  return { seats, actors: await listDeciders(tx, application_id, until) };
}
