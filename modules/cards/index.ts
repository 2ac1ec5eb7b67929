import { reactionJob } from '#platform/jobs';
import { checkCards } from './actions/check-cards.ts';
import { checkProof } from './actions/check-proof.ts';
import { declareLoss } from './actions/declare-loss.ts';
import { declareMissing } from './actions/declare-missing.ts';
import { declareParcelLost } from './actions/declare-parcel-lost.ts';
import { destroyUncollected } from './actions/destroy-uncollected.ts';
import { expireCards } from './actions/expire-cards.ts';
import { followMove } from './actions/follow-move.ts';
import { handOverCard } from './actions/hand-over-card.ts';
import { handOverParcel } from './actions/hand-over-parcel.ts';
import { issueCards } from './actions/issue-cards.ts';
import { makeBatch } from './actions/make-batch.ts';
import { makeParcel } from './actions/make-parcel.ts';
import { noteMakerFault } from './actions/note-maker-fault.ts';
import { noteSnapshotFetch } from './actions/note-snapshot-fetch.ts';
import { orderAhead } from './actions/order-ahead.ts';
import { orderDuplicate } from './actions/order-duplicate.ts';
import { receiveFromMaker } from './actions/receive-from-maker.ts';
import { receiveParcel } from './actions/receive-parcel.ts';
import { recordWrongHandOver } from './actions/record-wrong-hand-over.ts';
import { replaceOutdated } from './actions/replace-outdated.ts';
import { revokeCard } from './actions/revoke-card.ts';
import { sendToMaker } from './actions/send-to-maker.ts';
import { settleDifference } from './actions/settle-difference.ts';
import { takeAcknowledgement } from './actions/take-acknowledgement.ts';
import { upholdData, upholdDecided } from './actions/uphold-data.ts';
import { withdrawCards } from './actions/withdraw-cards.ts';
import type { MakerClient } from './gateway/maker-client.ts';
import { expireNightly } from './jobs/expire-nightly.ts';
import { askMaker, deliverBatch, fetchAcknowledgement } from './jobs/have-made.ts';
import { orderAheadNightly } from './jobs/order-ahead-nightly.ts';
import { publishSnapshotNightly } from './jobs/publish-snapshot.ts';
import type { SigningKey } from './model/signing-keys.ts';
import { batchesWithMaker, batchSheet } from './queries/batch-sheet.ts';
import { cardsOfRegistrations, cardToPrint, revocationOfCard, revocationsOfCards, revokedCards } from './queries/cards.ts';
import { cardsOfFamily } from './queries/cards-of-family.ts';
import { custodyBoard } from './queries/custody-board.ts';
import { householdCode } from './queries/household-code.ts';
import { lateCards } from './queries/late-cards.ts';
import { oneDestruction, parcelAsPacked } from './queries/lot-papers.ts';
import { openDifferences } from './queries/open-differences.ts';
import { revocationsInOrder } from './queries/revocations-in-order.ts';
import { uncollected } from './queries/uncollected.ts';
import { waitingElsewhere } from './queries/waiting-elsewhere.ts';
import { whereIsCard } from './queries/where-is-card.ts';
import type { SnapshotShelf } from './store/snapshot-shelf.ts';

export { writeBatchFile } from './gateway/batch-file.ts';
export { type MakerClient, makerClient, makerFromEnv } from './gateway/maker-client.ts';
export { cardBatchXsd } from './gateway/published-schema.ts';
export { pagesOfBatch } from './jobs/have-made.ts';
export { publishSnapshot } from './jobs/publish-snapshot.ts';
export { type Claim169, checkClaim169 } from './model/claim-169.ts';
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
export { type Chain, readChain } from './model/snapshot/chain.ts';
export { type Found, isMember, lookUp, oneInHowMany, type SetAtHand } from './model/snapshot/look-up.ts';
export { type Hashes, Manifest } from './model/snapshot/manifest.ts';
export { type OfflineAnswer, offlineAnswer } from './model/snapshot/offline-answer.ts';
export { checkBy, nodeHashes } from './model/snapshot/seal-manifest.ts';
export { entryName } from './model/snapshot/snapshot-entry.ts';
export { credentialDetails, verdictMessage } from './model/verdict-message.ts';
export { openSnapshotShelf, type SnapshotShelf } from './store/snapshot-shelf.ts';

export {
  batchSheet,
  cardsOfRegistrations,
  cardToPrint,
  checkCards,
  checkProof,
  custodyBoard,
  declareLoss,
  declareMissing,
  declareParcelLost,
  handOverCard,
  handOverParcel,
  makeBatch,
  makeParcel,
  noteSnapshotFetch,
  oneDestruction,
  parcelAsPacked,
  receiveFromMaker,
  receiveParcel,
  recordWrongHandOver,
  revocationOfCard,
  revocationsOfCards,
  revokedCards,
  sendToMaker,
  takeAcknowledgement,
  upholdData,
  whereIsCard,
};

const questions = [
  cardsOfRegistrations,
  cardToPrint,
  revokedCards,
  revocationOfCard,
  revocationsOfCards,
  whereIsCard,
  lateCards,
  custodyBoard,
  revocationsInOrder,
  batchSheet,
  batchesWithMaker,
  cardsOfFamily,
  uncollected,
  openDifferences,
  waitingElsewhere,
  oneDestruction,
  parcelAsPacked,
] as const;

/** What was wrong with an answer of the maker, and what becomes of cards that were rejected for their data. */
const ofFaults = [noteMakerFault, upholdData, upholdDecided] as const;
/** What ends a difference but a scan and a hand-over. */
const endsOfDifferences = [declareMissing, declareParcelLost, destroyUncollected, settleDifference] as const;

/** Where snapshots lie, and the way to who makes cards. */
type Surroundings = { readonly snapshots: SnapshotShelf; readonly maker: MakerClient };

/** The module's deeds, questions and jobs. Cards and snapshots are signed with the key given, which never leaves the house. */
export function cards(key: SigningKey, { snapshots, maker }: Surroundings) {
  const issue = issueCards(key);
  const replace = replaceOutdated(key);
  const ahead = orderAhead(key);
  return {
    name: 'cards',
    actions: [
      issue,
      revokeCard,
      orderDuplicate(key),
      checkCards,
      checkProof,
      declareLoss,
      ...endsOfDifferences,
      expireCards,
      followMove,
      handOverCard,
      handOverParcel,
      makeBatch,
      makeParcel,
      noteSnapshotFetch,
      receiveFromMaker,
      receiveParcel,
      recordWrongHandOver,
      sendToMaker,
      takeAcknowledgement,
      replace,
      ahead,
      ...ofFaults,
      withdrawCards,
    ],
    queries: [...questions, householdCode(key)],
    jobs: [
      publishSnapshotNightly(snapshots, key),
      expireNightly,
      orderAheadNightly(ahead),
      ...productionJobs(maker),
      ...cardJobs(issue, replace),
    ],
  } as const;
}

function productionJobs(maker: MakerClient) {
  return [deliverBatch(maker), fetchAcknowledgement(maker), askMaker] as const;
}

type Registered = { readonly registrations: string[] };
type Outdated = Registered & { readonly reason?: 'correction' };

/**
 * What follows rights that open, are given back, lapse or close, and a card that is lost: while rights stood still none was ordered. What arrives at the old office of a family that
 * moved is looked at then, and what it takes there is known at the new one.
 */
function cardJobs(issue: ReturnType<typeof issueCards>, replace: ReturnType<typeof replaceOutdated>) {
  const toInput = ({ registrations }: Registered) => ({ registrations });
  return [
    reactionJob('cards.issue-cards', 'entitlements.opened', issue, toInput),
    reactionJob('cards.issue-on-resumed', 'entitlements.resumed', issue, toInput),
    reactionJob('cards.replace-lost', 'cards.lost-in-transit', issue, toInput),
    reactionJob('cards.reissue', 'cards.expired', issue, toInput),
    reactionJob('cards.replace-outdated', 'entitlements.card-outdated', replace, ({ registrations, reason }: Outdated) => ({
      registrations,
      ...(reason === undefined ? {} : { reason }),
    })),
    reactionJob('cards.uphold-decided', 'entitlements.data-upheld', upholdDecided, toInput),
    reactionJob('cards.follow-move', 'entitlements.family-moved', followMove, toInput),
    reactionJob('cards.follow-arrival', 'cards.at-office', followMove, toInput),
    reactionJob('cards.follow-hand-over', 'cards.handed-over', followMove, toInput),
    reactionJob('cards.withdraw', 'entitlements.closed', withdrawCards, toInput),
  ] as const;
}
