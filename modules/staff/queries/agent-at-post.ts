import type { Tx } from '#platform/database';
import type { PlainDate } from '#platform/dates';
import { scopeOf } from '#platform/permissions';
import type { Role } from '../model/roles.ts';
import { listPostsInHand } from '../store/agents.ts';
import { findAgentsByLogin, type NamedAgent } from '../store/names.ts';

type Sought = { readonly login: string; readonly role: Role; readonly territory: string; readonly day: PlainDate };

/** The agent with a login who acts in a role for a territory on a day; nobody where the login is not known, is closed or holds no such post. */
export async function findAgentAtPost(tx: Tx, { login, role, territory, day }: Sought): Promise<NamedAgent | undefined> {
  const [agent] = await findAgentsByLogin(tx, [login]);
  if (!agent) return undefined;
  const held = await listPostsInHand(tx, agent.id, day);
  const covering = (scope: string) => scope === '*' || `${territory}.`.startsWith(scope);
  return held.some((post) => post.role === role && covering(scopeOf(post.territory))) ? agent : undefined;
}
