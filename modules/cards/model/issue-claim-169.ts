import { deflateSync } from 'node:zlib';
import { toBase45 } from './base45.ts';
import { encodeClaim169 } from './claim-169.ts';
import { signCose } from './cose-signing.ts';
import type { CardClaims } from './credential-claims.ts';
import type { SigningKey } from './signing-keys.ts';

/** The credential of a card in the form of MOSIP's claim 169, as the text of a QR code; signed by the same key as the card's own code. */
export function issueClaim169(claims: CardClaims, key: SigningKey): string {
  return toBase45(deflateSync(signCose(encodeClaim169(claims), key), { level: 9 }));
}
