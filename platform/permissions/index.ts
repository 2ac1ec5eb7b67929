/** What a post may do: `<module>:<deed or view>`. The literal table of roles is in modules/staff/model/roles.ts. */
export type Permission = `${string}:${string}`;

/** Whoever does a deed or asks a question, as the wrapper and the journal see them. */
export type Actor = {
  /** `agent:<id>`, `partner:<name>`, `system:<job>` or `public`: written in the journal. */
  readonly id: string;
  readonly post?: string;
  /** The role of that post, for what a surface offers; what is allowed is in `permissions`. */
  readonly role?: string;
  /** The agent whose post it is, when another acts at it: written in the journal beside who did it. */
  readonly actingFor?: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Territory codes closed by a dot (`05.081.`), or `*` for the nation: what row-level security lets through. */
  readonly scopes: readonly string[];
};

/** The scheme's own hand: reactions to events and nightly work. Never built from a request. */
export function systemActor(job: string): Actor {
  return { id: `system:${job}`, permissions: EVERYTHING, scopes: ['*'] };
}

/** Anyone, not signed in: allowed only what is declared `public:…`. */
export const publicActor: Actor = { id: 'public', permissions: new Set<Permission>(), scopes: [] };

export function mayDo(actor: Actor, permission: Permission): boolean {
  return permission.startsWith('public:') || actor.permissions.has(permission);
}

/** The scope that a territory code gives: whole segments only, since '01.511.01.0' is a textual prefix of '01.511.01.01'. */
export function scopeOf(territory: string): string {
  return territory === '' ? '*' : `${territory}.`;
}

/** The territory a post covers, which its own papers belong to; empty for the nation. */
export function territoryOf(actor: Actor): string {
  const [scope = '*'] = actor.scopes;
  return scope === '*' ? '' : scope.slice(0, -1);
}

/** Whether an actor's post covers a territory: what row-level security decides, asked beforehand where an agent deserves a refusal. */
export function covers(actor: Actor, territory: string): boolean {
  return actor.scopes.some((scope) => scope === '*' || `${territory}.`.startsWith(scope));
}

const EVERYTHING: ReadonlySet<Permission> = new (class extends Set<Permission> {
  override has(): boolean {
    return true;
  }
})();
