import { type Refusal, refuse } from '#platform/refusals';
import { faultOfPassword } from '../model/password.ts';
import { replacePassword } from '../store/second-factor.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { hashPassword } from './password.ts';
import { type Credentials, inTx, noteOfAgent, type ProofRefusal, proveAgent, type SignInParts } from './sign-in.ts';

/**
 * An agent's own change of the password, a temporary one included. Every session of the agent ends. The code is asked as at sign-in but not
 * spent, so that it still opens with the new password. Refuses what sign-in refuses, and `password-too-weak` with the rule that is broken.
 */
export async function changePassword(
  parts: SignInParts,
  { newPassword, ...credentials }: Omit<Credentials, 'post'> & { readonly newPassword: string },
): Promise<{ readonly changed: true } | Refusal<ProofRefusal | 'password-too-weak'>> {
  const proven = await proveAgent(parts, credentials);
  if ('refused' in proven) return proven;
  const { agent } = proven;
  const rule = faultOfPassword(newPassword, { login: credentials.login, old: credentials.password });
  if (rule !== undefined) return refuse('password-too-weak', { place: 'newPassword', facts: { rule } });
  const hash = await hashPassword(newPassword);
  return inTx(parts, async (tx) => {
    if (!(await replacePassword(tx, agent, hash))) return refuse('wrong-credentials');
    await deleteSessionsOf(tx, agent.id);
    await noteOfAgent(tx, 'staff.change-password', { agent: agent.id, at: parts.clock.now() });
    return { changed: true };
  });
}
