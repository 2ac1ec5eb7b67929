import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#platform/database';
import { type Refusal, refuse } from '#platform/refusals';
import { isLocked } from '../model/lockout.ts';
import { type CredentialsRow, findCredentials, getStandingForUpdate } from '../store/agents.ts';
import { loginsOf } from '../store/names.ts';
import { isPassword } from './password.ts';
import { type Proof, proveSecondFactor, spendProof } from './prove-second-factor.ts';
import { inTx, noteFailure, noteOfAgent, type SignInParts, toStanding } from './sign-in.ts';

/** Somebody who stands beside whoever is signed in, by their login; without one, the agent who is signed in. */
export type InPerson = { readonly login?: string | undefined; readonly agent?: string | undefined; readonly code: string };
export type ProvenInPerson = { readonly agent: string; readonly proof: Proof };

/** Tells who is at the keyboard for one act, or why that is not known. The code is spent by `spendInPerson`, with the act. */
export type ProveInPerson = (person: InPerson) => Promise<ProvenInPerson | Refusal<'wrong-code'>>;

/**
 * Holds a code to the telephone of one agent, for an act that needs that very person and opens no session. Counts wrong codes as sign-in counts
 * them, and never tells an unknown login, a locked account and a wrong code apart. Where nobody must have a second factor, which is for
 * development and training, who has none gives the password.
 */
export function proveInPerson(parts: SignInParts): ProveInPerson {
  return async ({ login, agent: signedIn, code }) => {
    const now = parts.clock.now();
    const agent = await inTx(parts, async (tx) => {
      const known = login ?? (signedIn === undefined ? undefined : (await loginsOf(tx, [signedIn])).get(signedIn));
      return known === undefined ? undefined : findCredentials(tx, known);
    });
    if (!agent || isLocked(toStanding(agent), now)) return refuse('wrong-code');
    const proof = await proofOf(parts, agent, code);
    if (proof !== undefined) return { agent: agent.id, proof };
    await noteFailure(parts, agent, now);
    return refuse('wrong-code');
  };
}

async function proofOf({ config, clock }: SignInParts, agent: CredentialsRow, code: string): Promise<Proof | undefined> {
  if (agent.second_factor_secret === null) {
    const isRight = config.secondFactor === 'enrolled' && (await isPassword(agent.password_hash, code));
    return isRight ? { by: 'password' } : undefined;
  }
  const proof = await proveSecondFactor(agent, code, clock.now());
  return proof === 'wrong' || proof === 'needed' ? undefined : proof;
}

/** Makes a proof good for the act at hand, within its transaction; refused when the code has served before, or the account is closed by now. */
export async function spendInPerson(
  tx: Tx,
  { agent, proof }: ProvenInPerson,
  now: Temporal.Instant,
): Promise<Refusal<'wrong-code'> | undefined> {
  if (isLocked(toStanding(await getStandingForUpdate(tx, agent)), now)) return refuse('wrong-code');
  const spent = await spendProof(tx, agent, proof, now);
  if (!spent) return refuse('wrong-code');
  for (const action of spent.notes) await noteOfAgent(tx, action, { agent, at: now });
  return undefined;
}
