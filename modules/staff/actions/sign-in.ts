import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { appendToJournal } from '#platform/audit';
import { type Clock, dayOf } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database, Tx } from '#platform/database';
import { newId } from '#platform/ids';
import { type Actor, scopeOf } from '#platform/permissions';
import { type Refusal, refuse } from '#platform/refusals';
import { afterFailure, isLocked, type Standing } from '../model/lockout.ts';
import { isRole, permissionsOf, type Role } from '../model/roles.ts';
import { needsSecondFactor } from '../model/second-factor.ts';
import {
  type CredentialsRow,
  findCredentials,
  getStandingForUpdate,
  listPostsInHand,
  type PostInHand,
  saveStanding,
} from '../store/agents.ts';
import { deleteSession, findOpenSession, isDueForTouch, type OpenSession, saveSession, touchSession } from '../store/sessions.ts';
import { isPassword } from './password.ts';
import { type Proof, proveSecondFactor, spendProof } from './prove-second-factor.ts';

export type ProofRefusal = 'wrong-credentials' | 'account-locked' | 'second-factor-needed';
export type SignInRefusal = ProofRefusal | 'new-password-needed' | 'second-factor-to-enrol' | 'no-post';
export type SignedIn = {
  readonly token: string;
  readonly expires: Temporal.Instant;
  readonly post: PostInHand;
  readonly posts: readonly PostInHand[];
  /** Shown this once, when the second factor has just been enrolled. */
  readonly recoveryCodes?: readonly string[];
};
/** `config.secondFactor` says of whom a second factor is asked. */
export type SignInParts = { readonly database: Database; readonly clock: Clock; readonly config: Pick<Config, 'secondFactor'> };
/** `code` is of the telephone, or one of the recovery codes. */
export type Credentials = { readonly login: string; readonly password: string; readonly code?: string; readonly post?: string };

/** A working day and its margin; an agent signs in again each morning. */
const SESSION_HOURS = 10;

/**
 * Opens a session for an agent at one of their posts. Not a deed on a file, so it carries no idempotency key and keeps no trace of the
 * password; the journal notes who signed in and who was locked out. An unknown login takes the same time and gets the same answer as a
 * wrong password, and so does a locked account: only who knows its password is told `account-locked`. Who
 * gave the right password of somebody else's making is told `new-password-needed`; who must not come in with a password alone,
 * `second-factor-to-enrol`.
 */
export async function signIn(parts: SignInParts, credentials: Credentials): Promise<SignedIn | Refusal<SignInRefusal>> {
  const proven = await proveAgent(parts, credentials);
  if ('refused' in proven) return proven;
  if (proven.agent.password_temporary) return refuse('new-password-needed');
  return openSession(parts, proven, credentials.post);
}

export type ProvenAgent = { readonly agent: CredentialsRow; readonly proof: Proof };

/** Holds credentials to what is kept of the agent, and counts a wrong guess. Spends no code. */
export async function proveAgent(
  parts: SignInParts,
  { login, password, code }: Credentials,
): Promise<ProvenAgent | Refusal<ProofRefusal>> {
  const now = parts.clock.now();
  const agent = await inTx(parts, (tx) => findCredentials(tx, login));
  const right = await isPassword(agent?.password_hash, password);
  if (!agent) return refuse('wrong-credentials');
  if (isLocked(toStanding(agent), now) && right) return refuse('account-locked');
  if (!right) return noteFailure(parts, agent, now);
  const proof = await proveSecondFactor(agent, code, now);
  if (proof === 'needed') return refuse('second-factor-needed');
  return proof === 'wrong' ? noteFailure(parts, agent, now) : { agent, proof };
}

/** The agent behind a session token as an actor, or undefined when the session is over, or the agent or the post has ended. */
export async function findSignedIn(
  parts: SignInParts,
  token: string,
): Promise<{ actor: Actor; session: OpenSession } | undefined> {
  const now = parts.clock.now();
  const session = await findOpenSession(parts.database, digest(token), now);
  if (!session || !isRole(session.role)) return undefined;
  if (isDueForTouch(session, now)) await inTx(parts, (tx) => touchSession(tx, digest(token), now));
  return {
    actor: actorOf({
      agentId: session.agent_id,
      postId: session.post_id,
      role: session.role,
      territory: session.territory,
      holderId: session.holder_id,
    }),
    session,
  };
}

export async function signOut(parts: SignInParts, token: string): Promise<void> {
  await inTx(parts, (tx) => deleteSession(tx, digest(token)));
}

/** `holderId`: the agent whose post it is, where it is another's. */
export function actorOf(post: { agentId: string; postId: string; role: Role; territory: string; holderId?: string }): Actor {
  const { holderId = post.agentId } = post;
  return {
    ...(holderId === post.agentId ? {} : { actingFor: `agent:${holderId}` }),
    id: `agent:${post.agentId}`,
    post: post.postId,
    role: post.role,
    permissions: permissionsOf(post.role),
    scopes: [scopeOf(post.territory)],
  };
}

async function openSession(
  parts: SignInParts,
  { agent, proof }: ProvenAgent,
  wantedPost: string | undefined,
): Promise<SignedIn | Refusal<SignInRefusal>> {
  const now = parts.clock.now();
  const token = randomBytes(32).toString('base64url');
  const expires = now.add({ hours: SESSION_HOURS });
  return inTx(parts, async (tx) => {
    if (isLocked(toStanding(await getStandingForUpdate(tx, agent.id)), now)) return refuse('account-locked');
    const posts = await listPostsInHand(tx, agent.id, dayOf(now));
    const post = wantedPost === undefined ? posts[0] : posts.find((held) => held.id === wantedPost);
    if (!post || !isRole(post.role)) return refuse('no-post');
    if (proof.by === 'password' && needsSecondFactor(parts.config.secondFactor, { role: post.role, territory: post.territory }))
      return refuse('second-factor-to-enrol');
    const spent = await spendProof(tx, agent.id, proof, now);
    if (!spent) return refuse('wrong-credentials');
    await saveStanding(tx, agent.id, { failedAttempts: 0, lockedUntil: undefined });
    const secondFactor = proof.by !== 'password';
    await saveSession(tx, { tokenDigest: digest(token), agentId: agent.id, postId: post.id, now, expires, secondFactor });
    for (const action of [...spent.notes, 'staff.sign-in']) await noteOfAgent(tx, action, { agent: agent.id, at: now, post });
    return { token, expires, post, posts, ...(spent.recoveryCodes ? { recoveryCodes: spent.recoveryCodes } : {}) };
  });
}

/** Counts a wrong guess; the answer never tells that it was one too many. */
export function noteFailure(parts: SignInParts, agent: CredentialsRow, now: Temporal.Instant): Promise<Refusal<ProofRefusal>> {
  return inTx(parts, async (tx) => {
    const standing = toStanding(await getStandingForUpdate(tx, agent.id));
    if (isLocked(standing, now)) return refuse('wrong-credentials');
    const next = afterFailure(standing, now);
    await saveStanding(tx, agent.id, next);
    if (next.lockedUntil) await noteOfAgent(tx, 'staff.lock-account', { agent: agent.id, at: now });
    return refuse('wrong-credentials');
  });
}

/** Writes what an agent did to the own account in the book of the post, or of the nation where there is none. */
export function noteOfAgent(
  tx: Tx,
  action: string,
  { agent, at, post }: { readonly agent: string; readonly at: Temporal.Instant; readonly post?: PostInHand },
): Promise<void> {
  const from = post && { post: post.id, ...(post.agent_id === agent ? {} : { actingFor: `agent:${post.agent_id}` }) };
  return appendToJournal(tx, { deed: newId(), action, actor: `agent:${agent}`, at, ...from }, [
    { subject: `agent:${agent}`, territory: post?.territory ?? '' },
  ]);
}

export function inTx<T>(parts: SignInParts, work: (tx: Tx) => Promise<T>): Promise<T> {
  return parts.database.kysely.transaction().execute(work);
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function toStanding(row: Pick<CredentialsRow, 'failed_attempts' | 'locked_until'>): Standing {
  return {
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until === null ? undefined : Temporal.Instant.from(row.locked_until),
  };
}
