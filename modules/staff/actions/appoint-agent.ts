import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refusals';
import { mayGive } from '../model/gift.ts';
import { faultOfPassword } from '../model/password.ts';
import { appoint } from '../store/administration.ts';
import { actingOf, Day, lineOn, RoleName, Territory } from './administered.ts';
import { hashPassword } from './password.ts';

const Name = z.string().trim().min(1).max(160);

/**
 * Takes an agent on at one post, with a password for the first sign-in, where another must be chosen. The password is made by whoever asks and is
 * told to the agent by hand: it is in no answer, no journal and no digest.
 */
export const appointAgent = defineAction({
  name: 'staff.appoint-agent',
  summary: 'Take an agent on at one post, with a password to be replaced at the first sign-in',
  permission: 'staff:administer',
  input: z.object({
    login: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,59}$/),
    nameFr: Name,
    nameAr: Name,
    institution: z.string().regex(/^[a-z_]{2,40}$/),
    role: RoleName,
    territory: Territory,
    from: Day.optional(),
    temporaryPassword: z.string().max(200),
  }),
  output: z.object({ agent: z.uuid(), post: z.uuid() }),
  refusals: ['beyond-your-gift', 'password-too-weak', 'login-taken'],
  identity: ({ temporaryPassword: _never, ...known }) => ({ ...known, from: known.from ?? null }),
  async run(context, { role, territory, temporaryPassword, ...input }) {
    if (!mayGive(context.actor, { role, territory })) return refuse('beyond-your-gift', { place: 'role' });
    const rule = faultOfPassword(temporaryPassword, input);
    if (rule !== undefined) return refuse('password-too-weak', { place: 'temporaryPassword', facts: { rule } });
    const { login, nameFr, nameAr, institution, from = context.today.toString() } = input;
    const named = { login, name_fr: nameFr, name_ar: nameAr, institution };
    const agent = { id: newId(), ...named, password_hash: await hashPassword(temporaryPassword) };
    const post = { id: newId(), agent_id: agent.id, role, territory, held_from: from, held_to: null };
    const outcome = await appoint(context.tx, actingOf(context), agent, post);
    if (outcome === 'login-taken') return refuse('login-taken', { place: 'login', facts: { login } });
    if (outcome === 'not-yours') return refuse('beyond-your-gift', { place: 'role' });
    const reason = `${role} ${territory || 'national'} ${from}`;
    context.journal(lineOn(context, agent.id, { reason, after: digestOf({ ...named, role, territory, from }) }));
    return { agent: agent.id, post: post.id };
  },
});
