import { createHash, randomBytes } from 'node:crypto';
import { verify } from 'otplib';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#platform/database';
import { RECOVERY_CODES, readRecoveryCode, toRecoveryCode } from '../model/second-factor.ts';
import type { CredentialsRow } from '../store/agents.ts';
import { confirmSecret, spendCode, spendRecoveryCode } from '../store/second-factor.ts';

/** A clock that is half a minute off still opens; one further off does not. */
const TOLERANCE_SECONDS = 30;

/** By what, beside the password, an agent was known. A code is spent only when it opens something. */
export type Proof =
  | { readonly by: 'password' }
  | { readonly by: 'code'; readonly step: number }
  | { readonly by: 'new-telephone'; readonly secret: string; readonly step: number }
  | { readonly by: 'recovery-code'; readonly digest: string };

/** `needed`: a code is asked and none was given. `wrong`: the one that was given is not of this agent. */
export async function proveSecondFactor(
  agent: CredentialsRow,
  code: string | undefined,
  now: Temporal.Instant,
): Promise<Proof | 'needed' | 'wrong'> {
  const secret = agent.second_factor_secret;
  const pending = agent.second_factor_pending;
  if (code === undefined) return secret === null ? { by: 'password' } : 'needed';
  if (secret === null && pending === null) return { by: 'password' };
  const recovery = secret === null ? undefined : readRecoveryCode(code);
  if (recovery !== undefined) return { by: 'recovery-code', digest: digestOfCode(recovery) };
  const step = await stepOfCode(secret ?? pending ?? '', code, now);
  if (step === undefined) return 'wrong';
  return secret === null ? { by: 'new-telephone', secret: pending ?? '', step } : { by: 'code', step };
}

type Spent = { readonly notes: readonly string[]; readonly recoveryCodes?: readonly string[] };

/** Makes the proof good for this once; undefined when it has served before. Gives what the journal is told beside the sign-in. */
export async function spendProof(tx: Tx, agentId: string, proof: Proof, now: Temporal.Instant): Promise<Spent | undefined> {
  switch (proof.by) {
    case 'password':
      return { notes: [] };
    case 'code':
      return (await spendCode(tx, agentId, proof.step)) ? { notes: [] } : undefined;
    case 'recovery-code':
      return (await spendRecoveryCode(tx, agentId, proof.digest, now)) ? { notes: ['staff.use-recovery-code'] } : undefined;
    case 'new-telephone': {
      const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => toRecoveryCode(randomBytes(10)));
      const recovery = recoveryCodes.map(digestOfCode);
      const confirmed = await confirmSecret(tx, agentId, { secret: proof.secret, step: proof.step, recovery });
      return confirmed ? { notes: ['staff.enrol-second-factor'], recoveryCodes } : undefined;
    }
  }
}

/** The half minute that a code is of, or undefined when it is of none near now. */
async function stepOfCode(secret: string, code: string, now: Temporal.Instant): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.epochMilliseconds / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid ? Math.floor(epoch / 30) + (result.delta ?? 0) : undefined;
}

function digestOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
