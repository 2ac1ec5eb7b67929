import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { setActive } from '../store/administration.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { accountRefusals, actingOf, findAdministered, lineOn, Why } from './administered.ts';

/** Closes an account at once: no session of it lasts, no sign-in opens, no post is acted at. What the agent did stays signed. */
export const deactivateAgent = defineAction({
  name: 'staff.deactivate-agent',
  summary: 'Close the account of an agent at once',
  permission: 'staff:administer',
  input: z.object({ agent: z.uuid(), reason: Why }),
  output: z.object({ agent: z.uuid() }),
  refusals: [...accountRefusals, 'not-active'],
  async run(context, { agent: id, reason }) {
    const agent = await findAdministered(context, id);
    if ('refused' in agent) return agent;
    if (!agent.active) return refuse('not-active', { place: 'agent' });
    if (!(await setActive(context.tx, actingOf(context), id, false))) return refuse('agent-elsewhere', { place: 'agent' });
    await deleteSessionsOf(context.tx, id);
    context.journal(lineOn(context, id, { reason, before: digestOf({ active: true }), after: digestOf({ active: false }) }));
    return { agent: id };
  },
});

/** Opens a closed account again, with the password and the telephone it had. */
export const reactivateAgent = defineAction({
  name: 'staff.reactivate-agent',
  summary: 'Open a closed account again',
  permission: 'staff:administer',
  input: z.object({ agent: z.uuid(), reason: Why }),
  output: z.object({ agent: z.uuid() }),
  refusals: [...accountRefusals, 'active-already'],
  async run(context, { agent: id, reason }) {
    const agent = await findAdministered(context, id);
    if ('refused' in agent) return agent;
    if (agent.active) return refuse('active-already', { place: 'agent' });
    if (!(await setActive(context.tx, actingOf(context), id, true))) return refuse('agent-elsewhere', { place: 'agent' });
    context.journal(lineOn(context, id, { reason, before: digestOf({ active: false }), after: digestOf({ active: true }) }));
    return { agent: id };
  },
});
