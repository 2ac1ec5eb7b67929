import { z } from 'zod';
import { findCommune, findProvince, findRegion } from '#modules/territory';
import type { DeedContext, QuestionContext } from '#platform/actions';
import { type Actor, territoryOf } from '#platform/permissions';
import { type Refusal, refuse } from '#platform/refusals';
import { areKeptApart, mayGive } from '../model/gift.ts';
import { isRole, type Role, roles } from '../model/roles.ts';
import { type Acting, findAgent, listPostsOf, type PostRow } from '../store/administration.ts';
import { listPostsInHand } from '../store/agents.ts';

export const RoleName = z.enum(Object.keys(roles) as [Role, ...Role[]]);
/** A region, a province or a commune; empty for the nation. */
export const Territory = z
  .string()
  .max(20)
  .refine((code) => code === '' || [findRegion, findProvince, findCommune].some((find) => find(code)), 'no such territory');
export const Day = z.iso.date();
export const Why = z.string().trim().min(3).max(300);

/** The post in whose name the administrator acts. The house's own hand has none, and appoints nobody. */
export function actingOf({ actor, today }: DeedContext): Acting {
  if (actor.post === undefined) throw new Error('staff: only an administrator at a post administers');
  return { post: actor.post, day: today };
}

export function isOneself(actor: Actor, agent: string): boolean {
  return actor.id === `agent:${agent}`;
}

export type Administered = NonNullable<Awaited<ReturnType<typeof findAgent>>> & { readonly posts: readonly PostRow[] };

/** An agent whom the administrator sees: somebody who holds, held or will hold a post of the jurisdiction. */
export async function findSeen({ tx, actor }: QuestionContext, id: string): Promise<Administered | undefined> {
  const agent = await findAgent(tx, id);
  const posts = agent ? await listPostsOf(tx, id) : [];
  const sees = actor.scopes.includes('*') || posts.some((post) => mayGive(actor, post));
  return agent && sees ? { ...agent, posts } : undefined;
}

export type AccountRefusal = 'agent-unknown' | 'agent-elsewhere' | 'own-account';
export const accountRefusals = ['agent-unknown', 'agent-elsewhere', 'own-account'] as const;

/** An agent whose account the administrator may change: another, all of whose posts are in the jurisdiction. */
export async function findAdministered(context: DeedContext, id: string): Promise<Administered | Refusal<AccountRefusal>> {
  const agent = await findSeen(context, id);
  if (!agent) return refuse('agent-unknown', { place: 'agent' });
  if (isOneself(context.actor, id)) return refuse('own-account', { place: 'agent' });
  const today = context.today.toString();
  const current = agent.posts.filter((post) => (post.held_to ?? today) >= today);
  const asked = current.length > 0 ? current : agent.posts;
  return asked.every((post) => mayGive(context.actor, post)) ? agent : refuse('agent-elsewhere', { place: 'agent' });
}

/** Whether an agent, at one more post, would stand on both sides of what two people must do. */
export async function wouldStandOnBothSides(
  { tx, today }: DeedContext,
  agent: string,
  added: readonly { readonly role: string; readonly territory: string }[],
): Promise<boolean> {
  const held = await listPostsInHand(tx, agent, today);
  return held.some((one) => added.some((other) => areTwoRoles(one, other)));
}

function areTwoRoles(one: { role: string; territory: string }, other: { role: string; territory: string }): boolean {
  if (!isRole(one.role) || !isRole(other.role)) return false;
  return areKeptApart({ role: one.role, territory: one.territory }, { role: other.role, territory: other.territory });
}

/** Where a deed on an agent is written: in the book of the administrator's own post. */
export function lineOn({ actor }: DeedContext, agent: string, line: { reason: string; before?: string; after: string }) {
  return { subject: `agent:${agent}`, territory: territoryOf(actor), ...line };
}
