import { z } from 'zod';
import type { SigningKey } from '#modules/cards';
import type { Clock } from '#platform/clock';
import { openSealedCookie, type SealedCookie, sealerOf } from '../sealed-cookie.ts';

const Pass = z.object({
  number: z.string(),
  territory: z.string(),
  code: z.string(),
  /** What it says, digested, for whoever goes back and sends the same words again. */
  said: z.string().exactOptional(),
});

/** Which complaint a browser may read, with the code it was given: by having made it, or by number and code. */
export type ComplaintPasses = SealedCookie<z.output<typeof Pass>>;

export function openComplaintPasses(signingKey: SigningKey, clock: Clock): ComplaintPasses {
  return openSealedCookie('ramed_complaint', Pass, { signingKey, clock });
}

/** The codes that complaints are followed by. Nobody stores them: only who has the secret of the house can tell whether one is right. */
export type ComplaintCodes = {
  /** Eight figures made from the form's own token: the same form sent twice is told the same code. */
  codeFor(token: string): string;
  sealOf(code: string): string;
};

const FIGURES = 8;

export function openComplaintCodes(signingKey: SigningKey): ComplaintCodes {
  const draw = sealerOf(signingKey, 'ramed.portal.complaint-code/1');
  const seal = sealerOf(signingKey, 'ramed.portal.complaint-seal/1');
  return {
    codeFor: (token) => String(BigInt(`0x${draw(token, 'hex')}`) % 10n ** BigInt(FIGURES)).padStart(FIGURES, '0'),
    sealOf: (code) => seal(code, 'hex'),
  };
}
