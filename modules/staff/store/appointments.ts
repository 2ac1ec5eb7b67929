import { sql, type Tx } from '#platform/database';
import type { StaffTables } from './tables.ts';

type NewAgent = Pick<StaffTables['agent'], 'id' | 'login' | 'name_fr' | 'name_ar' | 'institution' | 'password_hash'>;
type NewPost = Pick<StaffTables['post'], 'id' | 'role' | 'territory' | 'held_from'>;

/** Enters an agent and the first post, by the database owner's hand. False when the login is taken. */
export async function insertAgentAtPost(tx: Tx, agent: NewAgent, post: NewPost): Promise<boolean> {
  const { rows } = await sql`
    insert into staff.agent (id, login, name_fr, name_ar, institution, password_hash)
    values (${agent.id}, ${agent.login}, ${agent.name_fr}, ${agent.name_ar}, ${agent.institution}, ${agent.password_hash})
    on conflict (login) do nothing returning id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`
    insert into staff.post (id, agent_id, role, territory, held_from)
    values (${post.id}, ${agent.id}, ${post.role}, ${post.territory}, ${post.held_from})`.execute(tx);
  return true;
}
