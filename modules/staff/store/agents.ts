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

/** A post and how the agent comes by it: as holder, lent, or in the place of an agent who is away. `agent_id` is the holder. */
export type PostInHand = PostRow & { readonly how: 'own' | 'lent' | 'replaces' };

/** The posts an agent may act at on a day: the own ones first, in the order they were given. */
export async function listPostsInHand(tx: Tx, agentId: string, day: Temporal.PlainDate): Promise<PostInHand[]> {
  const { rows } = await sql<PostInHand>`
    select * from staff.posts_in_hand(${agentId}, ${day.toString()}) order by how <> 'own', held_from, id`.execute(tx);
  return rows;
}

type HolderRow = Pick<StaffTables['agent'], 'id' | 'name_fr' | 'name_ar' | 'institution'> & {
  post_id: string;
  post_territory: string;
  /** The agent whose post it is. */
  holder: string;
};

/**
 * Who acts at a post of this role for a territory, the nearest jurisdiction first: the commune's own agent before the province's, before the
 * nation's. Whom a post is lent to comes before its holder; who is away is passed over for who replaces.
 */
export async function findHolder(
  tx: Tx,
  role: string,
  territory: string,
  day: Temporal.PlainDate,
): Promise<HolderRow | undefined> {
  const on = day.toString();
  const { rows } = await sql<HolderRow>`
    select agent.id, agent.name_fr, agent.name_ar, agent.institution, post.id as post_id, post.territory as post_territory,
      post.agent_id as holder
    from staff.post
    join staff.agent as owner on owner.id = post.agent_id and owner.active
    cross join lateral (
      select agent_id as id, 0 as place from staff.delegation where post_id = post.id and ${on}::date between from_day and to_day
      union all
      select replaced_by, 1 from staff.absence
        where agent_id = post.agent_id and replaced_by is not null and ${on}::date between from_day and to_day
      union all
      select post.agent_id, 2
    ) as acting
    join staff.agent as agent on agent.id = acting.id and agent.active
    where post.role = ${role}
      and (post.territory = '' or (${territory} || '.') ^@ (post.territory || '.'))
      and ${on}::date between post.held_from and coalesce(post.held_to, 'infinity')
      and not exists (select from staff.absence away where away.agent_id = agent.id and ${on}::date between away.from_day and away.to_day)
    order by length(post.territory) desc, post.id, acting.place limit 1`.execute(tx);
  return rows[0];
}

export async function saveStanding(tx: Tx, agentId: string, standing: Standing): Promise<void> {
  await tables(tx)
    .updateTable('agent')
    .set({ failed_attempts: standing.failedAttempts, locked_until: standing.lockedUntil?.toString() ?? null })
    .where('id', '=', agentId)
    .execute();
}
