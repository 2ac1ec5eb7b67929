export {
  type Credential,
  issueCredential,
  type Verdict,
  type Verification,
  verifyCredential,
  verifyToken,
} from './model/credential.ts';
export type { CardClaims, CredentialClaims, CredentialNames, ReceiptClaims } from './model/credential-claims.ts';
export {
  issueRevocationList,
  parseRevocationList,
  REVOCATION_REASONS,
  type Revocation,
  RevocationList,
  type Revocations,
} from './model/revocations.ts';
export {
  createSigningKey,
  KeySet,
  type PublicKeys,
  parseKeySet,
  parsePem,
  type SigningKey,
  toKeySet,
  toPem,
} from './model/signing-keys.ts';
