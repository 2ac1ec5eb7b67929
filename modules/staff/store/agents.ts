import type { Temporal } from 'temporal-polyfill';
import { sql, type Tx } from '#platform/database';
import type { Standing } from '../model/lockout.ts';
import { type StaffTables, tables } from './tables.ts';

export type AgentRow = StaffTables['agent'];
export type PostRow = StaffTables['post'];

export function findAgentByLogin(tx: Tx, login: string): Promise<AgentRow | undefined> {
  return tables(tx)
    .selectFrom('agent')
    .selectAll()
    .where('login', '=', login.toLowerCase())
    .where('active', '=', true)
    .executeTakeFirst();
}

/** The posts an agent holds on a day, in the order they were given. */
export function listPostsHeld(tx: Tx, agentId: string, day: Temporal.PlainDate): Promise<PostRow[]> {
  return tables(tx)
    .selectFrom('post')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('held_from', '<=', day.toString())
    .where((where) => where.or([where('held_to', 'is', null), where('held_to', '>=', day.toString())]))
    .orderBy('held_from')
    .orderBy('id')
    .execute();
}

/** Who holds a role for a territory, the nearest jurisdiction first: the commune's own agent before the province's, before the nation's. */
export async function findHolder(
  tx: Tx,
  role: string,
  territory: string,
  day: Temporal.PlainDate,
): Promise<(AgentRow & { post_id: string; post_territory: string }) | undefined> {
  const { rows } = await sql<AgentRow & { post_id: string; post_territory: string }>`
    select agent.*, post.id as post_id, post.territory as post_territory
    from staff.post join staff.agent on agent.id = post.agent_id
    where post.role = ${role} and agent.active
      and (post.territory = '' or (${territory} || '.') ^@ (post.territory || '.'))
      and ${day.toString()}::date between post.held_from and coalesce(post.held_to, 'infinity')
    order by length(post.territory) desc, post.id limit 1`.execute(tx);
  return rows[0];
}

export async function saveStanding(tx: Tx, agentId: string, standing: Standing): Promise<void> {
  await tables(tx)
    .updateTable('agent')
    .set({ failed_attempts: standing.failedAttempts, locked_until: standing.lockedUntil?.toString() ?? null })
    .where('id', '=', agentId)
    .execute();
}
