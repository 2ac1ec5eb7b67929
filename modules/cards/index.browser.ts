export type { CredentialClaims } from './model/credential-claims.ts';
export { checkCredential, openToken, type SignatureCheck, type Verdict } from './model/credential-text.ts';
export { KeySet } from './model/key-set.ts';
export { joinSealedParts, readSealedPart, type SealedPart } from './model/sealed-parts.ts';
export { credentialDetails, verdictMessage } from './model/verdict-message.ts';
