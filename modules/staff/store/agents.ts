import type { Temporal } from 'temporal-polyfill';
import { sql, type Tx } from '#platform/database';
import type { Standing } from '../model/lockout.ts';
import { type StaffTables, tables } from './tables.ts';

/** What sign-in compares: the only place where an agent's secrets are read, one agent at a time. */
export type CredentialsRow = Pick<
  StaffTables['agent'],
  | 'id'
  | 'password_hash'
  | 'password_temporary'
  | 'second_factor_secret'
  | 'second_factor_pending'
  | 'failed_attempts'
  | 'locked_until'
>;
export type PostRow = StaffTables['post'];

export async function findCredentials(tx: Tx, login: string): Promise<CredentialsRow | undefined> {
  const { rows } = await sql<CredentialsRow>`select * from staff.credentials(${login})`.execute(tx);
  return rows[0];
}

/** Where an account stands with wrong passwords, locked until the attempt at hand is counted: guesses made at once are all counted. */
export function getStandingForUpdate(tx: Tx, agentId: string): Promise<Pick<CredentialsRow, 'failed_attempts' | 'locked_until'>> {
  return tables(tx)
    .selectFrom('agent')
    .select(['failed_attempts', 'locked_until'])
    .where('id', '=', agentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
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

type HolderRow = Pick<StaffTables['agent'], 'id' | 'name_fr' | 'name_ar' | 'institution'> & {
  post_id: string;
  post_territory: string;
};

/** Who holds a role for a territory, the nearest jurisdiction first: the commune's own agent before the province's, before the nation's. */
export async function findHolder(
  tx: Tx,
  role: string,
  territory: string,
  day: Temporal.PlainDate,
): Promise<HolderRow | undefined> {
  const { rows } = await sql<HolderRow>`
    select agent.id, agent.name_fr, agent.name_ar, agent.institution, post.id as post_id, post.territory as post_territory
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
