import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import { endAbsence, findAbsence, listAbsencesOf, noteAbsence } from '../store/administration.ts';
import {
  type Administered,
  accountRefusals,
  actingOf,
  Day,
  findAdministered,
  findSeen,
  isOneself,
  lineOn,
  Why,
  wouldStandOnBothSides,
} from './administered.ts';

/**
 * Notes that an agent is away for some days, and who acts at all the agent's posts meanwhile. Work goes to whoever replaces, or to the next
 * jurisdiction; the agent who is away may still sign in.
 */
export const noteAbsenceOfAgent = defineAction({
  name: 'staff.note-absence',
  summary: 'Note that an agent is away for some days, and who replaces',
  permission: 'staff:administer',
  input: z.object({ agent: z.uuid(), from: Day, until: Day, replacedBy: z.uuid().optional(), reason: Why }),
  output: z.object({ absence: z.uuid() }),
  refusals: [...accountRefusals, 'days-reversed', 'absent-already', 'replacement-unknown', 'posts-kept-apart'],
  async run(context, { agent: id, from, until, replacedBy, reason }) {
    const agent = await findAdministered(context, id);
    if ('refused' in agent) return agent;
    if (until < from || until < context.today.toString()) return refuse('days-reversed', { place: 'until' });
    const others = await listAbsencesOf(context.tx, id, from);
    if (others.some((one) => one.from_day <= until)) return refuse('absent-already', { place: 'from' });
    const hindered = replacedBy === undefined ? undefined : await hindranceOf(context, agent, replacedBy);
    if (hindered) return hindered;
    const absence = { id: newId(), agent_id: id, from_day: from, to_day: until, replaced_by: replacedBy ?? null, reason };
    if (!(await noteAbsence(context.tx, actingOf(context), absence))) return refuse('agent-elsewhere', { place: 'agent' });
    const line = { reason: `${from} – ${until}`, after: digestOf(absence) };
    context.journal(lineOn(context, id, line), ...(replacedBy === undefined ? [] : [lineOn(context, replacedBy, line)]));
    return { absence: absence.id };
  },
});

type Hindrance = Refusal<'own-account' | 'replacement-unknown' | 'posts-kept-apart'>;

/** What keeps an agent from replacing another. */
async function hindranceOf(context: DeedContext, away: Administered, replacedBy: string): Promise<Hindrance | undefined> {
  if (isOneself(context.actor, replacedBy)) return refuse('own-account', { place: 'replacedBy' });
  const other = await findSeen(context, replacedBy);
  if (!other?.active || other.id === away.id) return refuse('replacement-unknown', { place: 'replacedBy' });
  const today = context.today.toString();
  const posts = away.posts.filter((post) => (post.held_to ?? today) >= today);
  return (await wouldStandOnBothSides(context, other.id, posts))
    ? refuse('posts-kept-apart', { place: 'replacedBy' })
    : undefined;
}

/** Ends an absence before its last day: the agent is back. */
export const endAbsenceOfAgent = defineAction({
  name: 'staff.end-absence',
  summary: 'End an absence before its last day',
  permission: 'staff:administer',
  input: z.object({ absence: z.uuid(), lastDay: Day.optional() }),
  output: z.object({ absence: z.uuid() }),
  refusals: ['absence-unknown', 'absence-over', ...accountRefusals],
  async run(context, { absence: id, lastDay }) {
    const absence = await findAbsence(context.tx, id);
    if (!absence || !(await findSeen(context, absence.agent_id))) return refuse('absence-unknown', { place: 'absence' });
    const agent = await findAdministered(context, absence.agent_id);
    if ('refused' in agent) return agent;
    const yesterday = context.today.subtract({ days: 1 }).toString();
    if (absence.to_day <= yesterday) return refuse('absence-over', { place: 'absence' });
    const last = lastDay ?? yesterday;
    if (!(await endAbsence(context.tx, actingOf(context), id, last))) return refuse('agent-elsewhere', { place: 'absence' });
    const after = digestOf({ ...absence, to_day: last });
    context.journal(lineOn(context, agent.id, { reason: `– ${last}`, before: digestOf(absence), after }));
    return { absence: id };
  },
});
