import { sql, type Tx } from '#platform/database';
import type { AbsenceRow, DelegationRow } from './administration.ts';

export type AgentRow = {
  readonly id: string;
  readonly login: string;
  readonly name_fr: string;
  readonly name_ar: string;
  readonly institution: string;
  readonly active: boolean;
  readonly locked_until: string | null;
  readonly password_temporary: boolean;
  readonly posts: readonly PostLine[];
};
export type PostLine = {
  readonly id: string;
  readonly role: string;
  readonly territory: string;
  readonly held_from: string;
  readonly held_to: string | null;
};

/** Posts belong to no file, so nothing fences them but this: an asker sees those of the jurisdiction. */
const inScope = sql`((select platform.is_national()) or (post.territory || '.') ^@ any ((select platform.scopes())::text[]))`;

export type AgentsSought = {
  readonly id?: string | undefined;
  readonly text?: string | undefined;
  readonly role?: string | undefined;
  readonly afterLogin?: string | undefined;
  readonly most: number;
};

/** Agents who hold, held or will hold a post of the asker's jurisdiction, by login, with those posts. */
export async function listAgents(tx: Tx, { id, text, role, afterLogin, most }: AgentsSought): Promise<AgentRow[]> {
  const where = [
    sql`posts is not null`,
    ...(id === undefined ? [] : [sql`agent.id = ${id}`]),
    ...(text === undefined
      ? []
      : [sql`(agent.login || ' ' || agent.name_fr || ' ' || agent.name_ar) ilike ${`%${escapeLike(text)}%`}`]),
    ...(afterLogin === undefined ? [] : [sql`agent.login > ${afterLogin}`]),
  ];
  const ofRole = role === undefined ? sql`` : sql` having bool_or(post.role = ${role})`;
  const { rows } = await sql<AgentRow>`
    select agent.id, agent.login, agent.name_fr, agent.name_ar, agent.institution, agent.active, agent.locked_until,
      agent.password_temporary, posts
    from staff.agent cross join lateral (
      select jsonb_agg(jsonb_build_object('id', post.id, 'role', post.role, 'territory', post.territory,
        'held_from', post.held_from, 'held_to', post.held_to) order by post.held_from desc, post.id) as posts
      from staff.post where post.agent_id = agent.id and ${inScope}${ofRole}
    ) as seen
    where ${sql.join(where, sql` and `)} order by agent.login limit ${most}`.execute(tx);
  return rows;
}

/** Which of these agents have linked a telephone. */
export async function listEnrolled(tx: Tx, agents: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ agent_id: string }>`select agent_id from staff.has_second_factor(${agents}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.agent_id));
}

type Named<Row> = Row & {
  readonly who_fr: string;
  readonly who_ar: string;
  readonly other_fr: string | null;
  readonly other_ar: string | null;
};
export type NamedAbsence = Named<AbsenceRow>;
export type NamedDelegation = Named<DelegationRow> & {
  readonly holder: string;
  readonly role: string;
  readonly territory: string;
};

/** Absences of the jurisdiction that are not over before a day, the first to begin first; of one agent, or of all. */
export async function listAbsences(tx: Tx, day: string, agent?: string): Promise<NamedAbsence[]> {
  const { rows } = await sql<NamedAbsence>`
    select absence.*, away.name_fr as who_fr, away.name_ar as who_ar, other.name_fr as other_fr, other.name_ar as other_ar
    from staff.absence join staff.agent away on away.id = absence.agent_id left join staff.agent other on other.id = absence.replaced_by
    where absence.to_day >= ${day}::date and absence.to_day >= absence.from_day
      and exists (select from staff.post where post.agent_id = absence.agent_id and ${inScope})
      and ${agent === undefined ? sql`true` : sql`absence.agent_id = ${agent}`}
    order by absence.from_day, absence.id limit 500`.execute(tx);
  return rows;
}

/** Loans of posts of the jurisdiction that are not over before a day, the first to begin first. */
export async function listDelegations(tx: Tx, day: string, agent?: string): Promise<NamedDelegation[]> {
  const { rows } = await sql<NamedDelegation>`
    select delegation.*, post.agent_id as holder, post.role, post.territory,
      owner.name_fr as who_fr, owner.name_ar as who_ar, other.name_fr as other_fr, other.name_ar as other_ar
    from staff.delegation join staff.post on post.id = delegation.post_id
    join staff.agent owner on owner.id = post.agent_id join staff.agent other on other.id = delegation.agent_id
    where delegation.to_day >= ${day}::date and delegation.to_day >= delegation.from_day and ${inScope}
      and ${agent === undefined ? sql`true` : sql`${agent} in (post.agent_id, delegation.agent_id)`}
    order by delegation.from_day, delegation.id limit 500`.execute(tx);
  return rows;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
