import { reactionJob } from '#platform/jobs';
import { issueCards } from './actions/issue-cards.ts';
import { revokeCard } from './actions/revoke-card.ts';
import type { SigningKey } from './model/signing-keys.ts';
import { cardsOfRegistrations, cardToPrint, revocationOfCard, revocationsOfCards, revokedCards } from './queries/cards.ts';

export { openCose, signCose } from './model/cose-signing.ts';
export { type Credential, issueCredential, type Verification, verifyCredential, verifyToken } from './model/credential.ts';
export type { CardClaims, CredentialClaims, CredentialNames, ReceiptClaims } from './model/credential-claims.ts';
export { checkCredential, openToken, type SignatureCheck, type Verdict } from './model/credential-text.ts';
export { KeySet } from './model/key-set.ts';
export { type CardState, cardStates } from './model/lifecycle.ts';
export {
  issueRevocationList,
  parseRevocationList,
  REVOCATION_REASONS,
  type Revocation,
  RevocationList,
  type Revocations,
} from './model/revocations.ts';
export { joinSealedParts, readSealedPart, type SealedPart, toSealedParts } from './model/sealed-parts.ts';
export {
  createSigningKey,
  type PublicKeys,
  parseKeySet,
  parsePem,
  type SigningKey,
  toKeySet,
  toPem,
} from './model/signing-keys.ts';
export { credentialDetails, verdictMessage } from './model/verdict-message.ts';
export { cardsOfRegistrations, cardToPrint, revocationOfCard, revocationsOfCards, revokedCards };

/** The module's deeds, questions and jobs. Cards are signed with the key given, which never leaves the house. */
export function cards(key: SigningKey) {
  const issue = issueCards(key);
  return {
    name: 'cards',
    actions: [issue, revokeCard],
    queries: [cardsOfRegistrations, cardToPrint, revokedCards, revocationOfCard, revocationsOfCards],
    jobs: [
      reactionJob('cards.issue-cards', 'entitlements.opened', issue, ({ registrations }: { registrations: string[] }) => ({
        registrations,
      })),
    ],
  } as const;
}
