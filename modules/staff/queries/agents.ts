import { z } from 'zod';
import { defineQuery, type QuestionContext } from '#platform/actions';
import {
  type AgentRow,
  listAbsences,
  listAgents,
  listDelegations,
  listEnrolled,
  type NamedAbsence,
  type NamedDelegation,
} from '../store/jurisdiction.ts';

const Name = z.object({ fr: z.string(), ar: z.string() });
const Agent = z.object({
  agent: z.uuid(),
  login: z.string(),
  name: Name,
  institution: z.string(),
  active: z.boolean(),
  /** Closed by wrong passwords until then. */
  lockedUntil: z.string().optional(),
  temporaryPassword: z.boolean(),
  secondFactor: z.boolean(),
  posts: z.array(
    z.object({ post: z.uuid(), role: z.string(), territory: z.string(), from: z.string(), until: z.string().optional() }),
  ),
});

const Absence = z.object({
  absence: z.uuid(),
  agent: z.uuid(),
  name: Name,
  from: z.string(),
  until: z.string(),
  reason: z.string(),
  replacedBy: z.object({ agent: z.uuid(), name: Name }).optional(),
});

const Delegation = z.object({
  delegation: z.uuid(),
  post: z.uuid(),
  role: z.string(),
  territory: z.string(),
  holder: z.object({ agent: z.uuid(), name: Name }),
  to: z.object({ agent: z.uuid(), name: Name }),
  from: z.string(),
  until: z.string(),
  reason: z.string(),
});

/** The agents of the jurisdiction, by login, a page at a time: by a part of the name or login, or by role. */
export const agentsOfJurisdiction = defineQuery({
  name: 'staff.agents',
  summary: 'The agents of the jurisdiction with their posts, by login',
  permission: 'staff:administer',
  input: z.object({
    text: z.string().trim().min(1).max(80).optional(),
    role: z.string().max(60).optional(),
    afterLogin: z.string().max(80).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ agents: z.array(Agent), more: z.boolean() }),
  async run(context, { limit, ...sought }) {
    const rows = await listAgents(context.tx, { ...sought, most: limit + 1 });
    return { agents: await toAgents(context, rows.slice(0, limit)), more: rows.length > limit };
  },
});

/** One agent of the jurisdiction: posts there, absences and loans that are not over. */
export const oneAgent = defineQuery({
  name: 'staff.one-agent',
  summary: 'One agent of the jurisdiction: posts, absences and loans',
  permission: 'staff:administer',
  input: z.object({ agent: z.uuid() }),
  output: z.object({
    agent: Agent.optional(),
    absences: z.array(Absence),
    delegations: z.array(Delegation),
  }),
  async run(context, { agent: id }) {
    const [agent] = await toAgents(context, await listAgents(context.tx, { id, most: 1 }));
    if (!agent) return { absences: [], delegations: [] };
    const day = context.today.toString();
    const absences = await listAbsences(context.tx, day, id);
    const delegations = await listDelegations(context.tx, day, id);
    return { agent, absences: absences.map(toAbsence), delegations: delegations.map(toDelegation) };
  },
});

/** Who is away, today or soon, who replaces whom, and which posts are lent, in the jurisdiction. */
export const replacements = defineQuery({
  name: 'staff.replacements',
  summary: 'Who replaces whom today and in the days to come, and which posts are lent',
  permission: 'staff:administer',
  input: z.object({}),
  output: z.object({ today: z.string(), absences: z.array(Absence), delegations: z.array(Delegation) }),
  async run({ tx, today }) {
    const day = today.toString();
    const absences = await listAbsences(tx, day);
    const delegations = await listDelegations(tx, day);
    return { today: day, absences: absences.map(toAbsence), delegations: delegations.map(toDelegation) };
  },
});

async function toAgents({ tx, now }: QuestionContext, rows: readonly AgentRow[]): Promise<z.input<typeof Agent>[]> {
  const ids = rows.map((row) => row.id);
  const enrolled = await listEnrolled(tx, ids);
  return rows.map((row) => ({
    agent: row.id,
    login: row.login,
    name: { fr: row.name_fr, ar: row.name_ar },
    institution: row.institution,
    active: row.active,
    ...(row.locked_until && Date.parse(row.locked_until) > now.epochMilliseconds ? { lockedUntil: row.locked_until } : {}),
    temporaryPassword: row.password_temporary,
    secondFactor: enrolled.has(row.id),
    posts: row.posts.map(({ id, role, territory, held_from, held_to }) => ({
      post: id,
      role,
      territory,
      from: held_from,
      ...(held_to === null ? {} : { until: held_to }),
    })),
  }));
}

function toAbsence(row: NamedAbsence): z.input<typeof Absence> {
  const { replaced_by: other, other_fr, other_ar } = row;
  return {
    absence: row.id,
    agent: row.agent_id,
    name: { fr: row.who_fr, ar: row.who_ar },
    from: row.from_day,
    until: row.to_day,
    reason: row.reason,
    ...(other === null ? {} : { replacedBy: { agent: other, name: { fr: other_fr ?? '', ar: other_ar ?? '' } } }),
  };
}

function toDelegation(row: NamedDelegation): z.input<typeof Delegation> {
  const { role, territory } = row;
  return {
    delegation: row.id,
    post: row.post_id,
    role,
    territory,
    holder: { agent: row.holder, name: { fr: row.who_fr, ar: row.who_ar } },
    to: { agent: row.agent_id, name: { fr: row.other_fr ?? '', ar: row.other_ar ?? '' } },
    from: row.from_day,
    until: row.to_day,
    reason: row.reason,
  };
}
