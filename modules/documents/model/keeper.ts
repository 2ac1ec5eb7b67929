import { z } from 'zod';
import { type Actor, type Permission, scopeOf } from '#platform/permissions';

/** What papers are sent for: `draft:<id>`, `application:<id>`, `complaint:<id>`, `appeal:<id>`, `event:<id>`, `cover:<id>`, `sitting:<id>`. */
export const Owner = z.string().regex(/^[a-z]+:[0-9a-f-]{36}$/);
export const PaperKind = z.string().regex(/^[a-z][a-z-]{0,39}$/);

/** What papers are sent for, and the territory that fences them: the sender's own (`draft:<id>`) until they go onto a file. */
export type PaperOwner = { readonly owner: string; readonly territory: string };

/**
 * Whoever sends papers for one thing: may keep and take back those, and sees no other. `commune` is where they may be handed over to. Built
 * from a proof that a browser carries, never from what a form says.
 */
export function keeperOf({ owner, territory }: PaperOwner, commune?: string): Actor {
  const scopes = [scopeOf(territory), ...(commune === undefined ? [] : [scopeOf(commune)])];
  return { id: `citizen:${owner}`, permissions: keeping, scopes };
}

const keeping: ReadonlySet<Permission> = new Set<Permission>(['citizen:keep-papers']);
