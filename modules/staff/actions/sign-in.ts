import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { verify as verifyCode } from 'otplib';
import { Temporal } from 'temporal-polyfill';
import { appendToJournal } from '#platform/audit';
import { type Clock, dayOf } from '#platform/clock';
import type { Database, Tx } from '#platform/database';
import { newId } from '#platform/ids';
import { type Actor, scopeOf } from '#platform/permissions';
import { type Refusal, refuse } from '#platform/refusals';
import { afterFailure, isLocked, type Standing } from '../model/lockout.ts';
import { isRole, permissionsOf, type Role } from '../model/roles.ts';
import {
  type CredentialsRow,
  findCredentials,
  getStandingForUpdate,
  listPostsHeld,
  type PostRow,
  saveStanding,
} from '../store/agents.ts';
import { deleteSession, findOpenSession, type OpenSession, saveSession, touchSession } from '../store/sessions.ts';

export type SignInRefusal = 'wrong-credentials' | 'account-locked' | 'second-factor-needed' | 'no-post';
export type SignedIn = { readonly token: string; readonly expires: Temporal.Instant; readonly posts: readonly PostRow[] };
export type SignInParts = { readonly database: Database; readonly clock: Clock };
export type Credentials = { readonly login: string; readonly password: string; readonly code?: string; readonly post?: string };

/** A working day and its margin; an agent signs in again each morning. */
const SESSION_HOURS = 10;

/**
 * Opens a session for an agent at one of their posts. Not a deed on a file, so it carries no idempotency key and keeps no trace of the
 * password; the journal notes who signed in and who was locked out. An unknown login takes the same time and gets the same answer as a
 * wrong password, and so does a locked account: only who knows its password is told `account-locked`.
 */
export async function signIn(parts: SignInParts, credentials: Credentials): Promise<SignedIn | Refusal<SignInRefusal>> {
  const now = parts.clock.now();
  const agent = await inTx(parts, (tx) => findCredentials(tx, credentials.login));
  const right = await verify(agent?.password_hash ?? (await strangersHash()), credentials.password);
  if (!agent) return refuse('wrong-credentials');
  if (isLocked(toStanding(agent), now) && right) return refuse('account-locked');
  if (!right) return noteFailure(parts, agent, now);
  if (agent.second_factor_secret !== null && !(await isRightCode(agent.second_factor_secret, credentials.code))) {
    return credentials.code === undefined ? refuse('second-factor-needed') : noteFailure(parts, agent, now);
  }
  return openSession(parts, agent, credentials.post);
}

/** The agent behind a session token as an actor, or undefined when the session is over, or the agent or the post has ended. */
export async function findSignedIn(
  parts: SignInParts,
  token: string,
): Promise<{ actor: Actor; session: OpenSession } | undefined> {
  const now = parts.clock.now();
  const session = await inTx(parts, async (tx) => {
    const open = await findOpenSession(tx, digest(token), now);
    if (open) await touchSession(tx, digest(token), now);
    return open;
  });
  if (!session || !isRole(session.role)) return undefined;
  return {
    actor: actorOf({ agentId: session.agent_id, postId: session.post_id, role: session.role, territory: session.territory }),
    session,
  };
}

export async function signOut(parts: SignInParts, token: string): Promise<void> {
  await inTx(parts, (tx) => deleteSession(tx, digest(token)));
}

export function actorOf(post: { agentId: string; postId: string; role: Role; territory: string }): Actor {
  return {
    id: `agent:${post.agentId}`,
    post: post.postId,
    permissions: permissionsOf(post.role),
    scopes: [scopeOf(post.territory)],
  };
}

/** argon2id with the parameters OWASP recommends (19 MiB, two passes): about 20 ms a sign-in. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

async function openSession(
  parts: SignInParts,
  agent: CredentialsRow,
  wantedPost: string | undefined,
): Promise<SignedIn | Refusal<SignInRefusal>> {
  const now = parts.clock.now();
  const token = randomBytes(32).toString('base64url');
  const expires = now.add({ hours: SESSION_HOURS });
  return inTx(parts, async (tx) => {
    if (isLocked(toStanding(await getStandingForUpdate(tx, agent.id)), now)) return refuse('account-locked');
    const posts = await listPostsHeld(tx, agent.id, dayOf(now));
    const post = wantedPost === undefined ? posts[0] : posts.find((held) => held.id === wantedPost);
    if (!post) return refuse('no-post');
    await saveStanding(tx, agent.id, { failedAttempts: 0, lockedUntil: undefined });
    await saveSession(tx, {
      tokenDigest: digest(token),
      agentId: agent.id,
      postId: post.id,
      now,
      expires,
      secondFactor: agent.second_factor_secret !== null,
    });
    await note(tx, 'staff.sign-in', agent, now);
    return { token, expires, posts };
  });
}

/** Counts a wrong guess; the answer never tells that it was one too many. */
function noteFailure(parts: SignInParts, agent: CredentialsRow, now: Temporal.Instant): Promise<Refusal<SignInRefusal>> {
  return inTx(parts, async (tx) => {
    const standing = toStanding(await getStandingForUpdate(tx, agent.id));
    if (isLocked(standing, now)) return refuse('wrong-credentials');
    const next = afterFailure(standing, now);
    await saveStanding(tx, agent.id, next);
    if (next.lockedUntil) await note(tx, 'staff.lock-account', agent, now);
    return refuse('wrong-credentials');
  });
}

function note(tx: Tx, action: string, agent: CredentialsRow, at: Temporal.Instant): Promise<void> {
  return appendToJournal(tx, { deed: newId(), action, actor: `agent:${agent.id}`, at }, [
    { subject: `agent:${agent.id}`, territory: '' },
  ]);
}

async function isRightCode(secret: string, code: string | undefined): Promise<boolean> {
  if (code === undefined || !/^\d{6}$/.test(code)) return false;
  return (await verifyCode({ secret, token: code })).valid;
}

let strangers: Promise<string> | undefined;

/** Compared when the login is unknown, so that the answer takes as long as for a known one. */
function strangersHash(): Promise<string> {
  strangers ??= hashPassword(randomBytes(16).toString('hex'));
  return strangers;
}

function inTx<T>(parts: SignInParts, work: (tx: Tx) => Promise<T>): Promise<T> {
  return parts.database.kysely.transaction().execute(work);
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function toStanding(row: Pick<CredentialsRow, 'failed_attempts' | 'locked_until'>): Standing {
  return {
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until === null ? undefined : Temporal.Instant.from(row.locked_until),
  };
}
