import { generateSecret, generateURI } from 'otplib';
import { toQrSvg } from '#platform/qr';
import { type Refusal, refuse } from '#platform/refusals';
import { keepPendingSecret } from '../store/second-factor.ts';
import { type Credentials, inTx, type ProofRefusal, proveAgent, type SignInParts } from './sign-in.ts';

/** What the telephone is shown, this once: the secret as text to type and as a picture to photograph. */
export type SecondFactorToEnrol = { readonly secret: string; readonly uri: string; readonly qr: string };

/**
 * Gives an agent who has no second factor yet the secret of one. Nothing changes until a sign-in with a code of it confirms that the telephone
 * has it; asked again, there is another secret and the one before is worth nothing. `label` is what is heard where the picture is not seen.
 */
export async function beginSecondFactor(
  parts: SignInParts,
  { login, password }: Pick<Credentials, 'login' | 'password'>,
  label: string,
): Promise<SecondFactorToEnrol | Refusal<ProofRefusal | 'second-factor-enrolled'>> {
  const proven = await proveAgent(parts, { login, password });
  if ('refused' in proven) return proven.refused === 'second-factor-needed' ? refuse('second-factor-enrolled') : proven;
  const secret = generateSecret();
  const kept = await inTx(parts, (tx) => keepPendingSecret(tx, proven.agent, secret));
  if (!kept) return refuse('second-factor-enrolled');
  const uri = generateURI({ issuer: 'RAMED', label: login.toLowerCase(), secret });
  return { secret, uri, qr: toQrSvg(uri, label) };
}
