import { z } from 'zod';
import type { SigningKey } from '#modules/cards';
import type { Clock } from '#platform/clock';
import { openSealedCookie, type SealedCookie } from './sealed-cookie.ts';

/** Which file a browser has shown that it may read. */
type Proof = z.output<typeof Proof>;

const Proof = z.object({ application: z.uuid(), number: z.string(), territory: z.string() });

/** Remembers that the number and the birth date of a request were right; it holds no birth date. */
export type Proofs = SealedCookie<Proof>;

export function openProofs(signingKey: SigningKey, clock: Clock): Proofs {
  return openSealedCookie('ramed_file', Proof, { signingKey, clock });
}

/** What a national card and a birth date open: the steps of a file, and not its number, which with the birth date would open the rest. */
type StepsProof = z.output<typeof StepsProof>;

const StepsProof = Proof.omit({ number: true });

export type StepsProofs = SealedCookie<StepsProof>;

export function openStepsProofs(signingKey: SigningKey, clock: Clock): StepsProofs {
  return openSealedCookie('ramed_steps', StepsProof, { signingKey, clock });
}
