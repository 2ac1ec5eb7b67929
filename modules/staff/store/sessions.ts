import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '#platform/clock';
import { type Database, sql, type Tx } from '#platform/database';
import { tables } from './tables.ts';

export type OpenSession = {
  agent_id: string;
  login: string;
  name_fr: string;
  name_ar: string;
  institution: string;
  post_id: string;
  /** The agent whose post it is: another where it is lent, or where its agent is away. */
  holder_id: string;
  role: string;
  territory: string;
  second_factor: boolean;
};

export async function saveSession(
  tx: Tx,
  session: {
    tokenDigest: string;
    agentId: string;
    postId: string;
    now: Temporal.Instant;
    expires: Temporal.Instant;
    secondFactor: boolean;
  },
): Promise<void> {
  const now = session.now.toString();
  await tables(tx)
    .insertInto('session')
    .values({
      token_digest: session.tokenDigest,
      agent_id: session.agentId,
      post_id: session.postId,
      opened_at: now,
      last_seen_at: now,
      expires_at: session.expires.toString(),
      second_factor: session.secondFactor,
    })
    .execute();
}

/** A screen left alone for longer is nobody's any more. */
const IDLE_MINUTES = 60;

/**
 * The session behind a token, while it lasts and is in use, its agent is active and still has the post in hand. Asked at every request: one
 * statement, in no transaction of its own.
 */
export async function findOpenSession(
  database: Database,
  tokenDigest: string,
  now: Temporal.Instant,
): Promise<(OpenSession & { readonly last_seen_at: string }) | undefined> {
  const { rows } = await sql<OpenSession & { last_seen_at: string }>`
    select session.agent_id, agent.login, agent.name_fr, agent.name_ar, agent.institution, session.post_id, post.agent_id as holder_id,
      post.role, post.territory, session.second_factor, session.last_seen_at
    from staff.session
    join staff.agent on agent.id = session.agent_id and agent.active
    join lateral staff.posts_in_hand(session.agent_id, ${dayOf(now).toString()}) as post on post.id = session.post_id
    where session.token_digest = ${tokenDigest} and session.expires_at > ${now.toString()}
      and session.last_seen_at > ${now.subtract({ minutes: IDLE_MINUTES }).toString()}`.execute(database.kysely);
  return rows[0];
}

/** A page's many requests do not each write: a session is noted as in use once a minute. */
export function isDueForTouch({ last_seen_at }: { readonly last_seen_at: string }, now: Temporal.Instant): boolean {
  return Date.parse(last_seen_at) < now.subtract({ minutes: 1 }).epochMilliseconds;
}

export async function touchSession(tx: Tx, tokenDigest: string, now: Temporal.Instant): Promise<void> {
  await tables(tx).updateTable('session').set({ last_seen_at: now.toString() }).where('token_digest', '=', tokenDigest).execute();
}

export async function deleteSession(tx: Tx, tokenDigest: string): Promise<void> {
  await tables(tx).deleteFrom('session').where('token_digest', '=', tokenDigest).execute();
}

export async function deleteSessionsOf(tx: Tx, agentId: string): Promise<void> {
  await tables(tx).deleteFrom('session').where('agent_id', '=', agentId).execute();
}
