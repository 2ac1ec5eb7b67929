import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { faultOfPassword } from '../model/password.ts';
import { resetPassword, resetSecondFactor } from '../store/administration.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { accountRefusals, actingOf, findAdministered, lineOn, Why } from './administered.ts';
import { hashPassword } from './password.ts';

/** Gives an agent who lost the password another, to be replaced at sign-in. Like at an appointment it is told by hand and kept nowhere. */
export const resetPasswordOfAgent = defineAction({
  name: 'staff.reset-password',
  summary: 'Give an agent a password to be replaced at the next sign-in',
  permission: 'staff:administer',
  input: z.object({ agent: z.uuid(), temporaryPassword: z.string().max(200), reason: Why }),
  output: z.object({ agent: z.uuid() }),
  refusals: [...accountRefusals, 'password-too-weak'],
  identity: ({ agent, reason }) => ({ agent, reason }),
  async run(context, { agent: id, temporaryPassword, reason }) {
    const agent = await findAdministered(context, id);
    if ('refused' in agent) return agent;
    const rule = faultOfPassword(temporaryPassword, agent);
    if (rule !== undefined) return refuse('password-too-weak', { place: 'temporaryPassword', facts: { rule } });
    const hash = await hashPassword(temporaryPassword);
    if (!(await resetPassword(context.tx, actingOf(context), id, hash))) return refuse('agent-elsewhere', { place: 'agent' });
    await deleteSessionsOf(context.tx, id);
    context.journal(lineOn(context, id, { reason, after: digestOf({ password: 'temporary' }) }));
    return { agent: id };
  },
});

/** Unlinks the telephone of an agent who lost it; the next sign-in links another. */
export const resetSecondFactorOfAgent = defineAction({
  name: 'staff.reset-second-factor',
  summary: 'Unlink the telephone of an agent who lost it',
  permission: 'staff:administer',
  input: z.object({ agent: z.uuid(), reason: Why }),
  output: z.object({ agent: z.uuid() }),
  refusals: accountRefusals,
  async run(context, { agent: id, reason }) {
    const agent = await findAdministered(context, id);
    if ('refused' in agent) return agent;
    if (!(await resetSecondFactor(context.tx, actingOf(context), id))) return refuse('agent-elsewhere', { place: 'agent' });
    await deleteSessionsOf(context.tx, id);
    context.journal(lineOn(context, id, { reason, after: digestOf({ secondFactor: 'none' }) }));
    return { agent: id };
  },
});
