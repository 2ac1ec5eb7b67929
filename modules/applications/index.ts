import type { z } from 'zod';
import { reactionJob } from '#platform/jobs';
import { answerEscalation } from './actions/answer-escalation.ts';
import { askForPapers } from './actions/ask-for-papers.ts';
import { askTheCitizen } from './actions/ask-the-citizen.ts';
import { complete } from './actions/complete.ts';
import { concludeChecks } from './actions/conclude-checks.ts';
import { correctRequest } from './actions/correct-request.ts';
import { discardDraft } from './actions/discard-draft.ts';
import { endBatch } from './actions/end-batch.ts';
import { fileAtCounter } from './actions/file-at-counter.ts';
import { closeCovered, noteCoverEnded, noteHeld, noteRegistered } from './actions/follow-registration.ts';
import { noteNotTheSame } from './actions/note-not-the-same.ts';
import { notePrinting } from './actions/note-printing.ts';
import { openChecking } from './actions/open-checking.ts';
import { openDraft } from './actions/open-draft.ts';
import { purgeDrafts } from './actions/purge-drafts.ts';
import { receiveBatch } from './actions/receive-batch.ts';
import { remindHolders } from './actions/remind-holders.ts';
import { removePerson } from './actions/remove-person.ts';
import { rescore } from './actions/rescore.ts';
import { resumeDraft } from './actions/resume-draft.ts';
import { saveAnswers } from './actions/save-answers.ts';
import { settleDifferences, settleSeveral } from './actions/settle-differences.ts';
import { toStatement } from './actions/state-families.ts';
import { submitDraft } from './actions/submit-draft.ts';
import { takeRecords } from './actions/take-records.ts';
import { importBatch } from './jobs/import-batch.ts';
import { purgeAbandonedDrafts } from './jobs/purge-drafts.ts';
import { remindHoldersNightly } from './jobs/remind-holders.ts';
import { batchProgress, filesOfBatch, recentBatches, refusedRecords } from './queries/batch-progress.ts';
import { batchToRead } from './queries/batch-to-read.ts';
import { deadlines, toldToMe } from './queries/deadlines.ts';
import { differencesToSettle } from './queries/differences-to-settle.ts';
import { oneDraft } from './queries/drafts.ts';
import { entryOfRequest } from './queries/entry-of-request.ts';
import { fileInShort } from './queries/file-in-short.ts';
import { findFiles } from './queries/find-files.ts';
import { likelyTheSame } from './queries/likely-the-same.ts';
import { myWork } from './queries/my-work.ts';
import { assessmentOfFile, fileByCard, fileNumbered, followedFile, oneFile } from './queries/one-file.ts';
import { papersAsked } from './queries/papers-asked.ts';
import { printingsOfFile } from './queries/printings.ts';
import { filesByState, filesCounted, filesReady } from './queries/queues.ts';
import { replayOfAssessment } from './queries/replay-assessment.ts';
import { requestAsFiled } from './queries/request-as-filed.ts';
import { rescoredFiles, rescorings } from './queries/rescorings.ts';
import { versionsOfRequest } from './queries/versions-of-request.ts';

export {
  askEnquiries,
  decideBySilence,
  noteEnquiryAnswered,
  noteRulings,
  putOnAgenda,
  type RulingOnFile,
  returnToCommission,
  validateFiles,
} from './actions/at-commission.ts';
export { rejectRecords } from './actions/at-registration.ts';
export { beFoundBy } from './actions/be-found-by.ts';
export { type CorrectionRefusal, correctFile } from './actions/correct-file.ts';
export { correctUnderWay } from './actions/correct-under-way.ts';
export { answersStated, fileRenewal, findDeclared, type RenewalRefusal } from './actions/file-renewal.ts';
export { listOpenToAppeal, type OpenToAppeal, type Reformed, reformFiles, sendBackFiles } from './actions/on-appeal.ts';
export { endReminders, remind, type Stay, standingOf } from './actions/reminding.ts';
export {
  type BatchFormat,
  BatchHeader,
  type BatchRecord,
  type BatchWriter,
  batchWriter,
  batchXsd,
  readBatch,
} from './gateway/batch/index.ts';
export { type AnswersOfDossier, type AnswersRead, decodeAnswers, encodeAnswers } from './model/answers-code/index.ts';
export { citizenOf, type DraftKeys, holderOfCode, isHolder } from './model/citizen.ts';
export { depositDayOf } from './model/deposit-day.ts';
export { dossierCode, readDossierCode } from './model/dossier-code.ts';
export { splitDossierCode } from './model/dossier-letters.ts';
export * as form from './model/form/index.ts';
export { type Holder, type Passage, passages, passagesFrom, type State, states } from './model/lifecycle.ts';
export {
  type FamilyInShort,
  type MemberInShort,
  type NeededKind,
  type NeededPaper,
  neededKinds,
  neededPapers,
  paperRulesOn,
} from './model/needed-papers.ts';
export { provisionalCode, provisionalNumber, readProvisionalCode } from './model/provisional.ts';
export { emergenciesUntil } from './model/receipt-days.ts';
export { requestRules } from './model/request-rules.ts';
export { type Move, type Turn, turnOf } from './model/rescoring.ts';
export { SCHEME_FORMULA } from './model/scheme.ts';
export * as trial from './model/trial/index.ts';
export { type Clock, clocks, standsSince, waitingFor } from './model/waiting.ts';
export { type FileOnAppeal, findFileDecided, findFileOnAppeal, listDeciders, listFilesNamed } from './queries/file-on-appeal.ts';
export { type FileForCommission, listFilesForCommission } from './queries/files-for-commission.ts';
export { type FileInBrief, listFilesInBrief, listHouseholdCards } from './queries/files-in-brief.ts';
export { type FileToRegister, listFilesNumbered, listFilesToRegister, lockValidated } from './queries/files-to-register.ts';
export {
  countFilesToSit,
  type FactsOfFile,
  type FileToSit,
  factsOfFiles,
  listFilesToSit,
  longestStands,
} from './queries/files-to-sit.ts';
export { type Followed, looksLikeApplicationNumber } from './queries/one-file.ts';
export { listReceiptsFiledOn, listStandingReceipts, type StandingReceipt } from './queries/receipts.ts';
export {
  type FileStated,
  findFileNumbered,
  findReplayedFile,
  listFilesStatedAt,
  type ReplayedFile,
} from './queries/replayed-file.ts';
export { listScoredBefore, type SilentFile } from './store/ready.ts';
export { listTraits, type Traits } from './store/traits.ts';
export {
  answerEscalation,
  askForPapers,
  askTheCitizen,
  assessmentOfFile,
  batchProgress,
  complete,
  correctRequest,
  deadlines,
  differencesToSettle,
  discardDraft,
  entryOfRequest,
  fileAtCounter,
  fileByCard,
  fileInShort,
  fileNumbered,
  filesByState,
  filesCounted,
  filesOfBatch,
  filesReady,
  findFiles,
  followedFile,
  likelyTheSame,
  myWork,
  noteNotTheSame,
  notePrinting,
  oneDraft,
  oneFile,
  openChecking,
  openDraft,
  papersAsked,
  printingsOfFile,
  receiveBatch,
  recentBatches,
  refusedRecords,
  removePerson,
  replayOfAssessment,
  requestAsFiled,
  rescore,
  rescoredFiles,
  rescorings,
  resumeDraft,
  saveAnswers,
  settleDifferences,
  settleSeveral,
  submitDraft,
  toldToMe,
  toStatement,
  versionsOfRequest,
};

/** What a rescoring found. */
export type Rescoring = z.output<typeof rescore.output>;

type Files = { applications: string[] };

export const applications = {
  name: 'applications',
  actions: [
    receiveBatch,
    takeRecords,
    endBatch,
    openChecking,
    askForPapers,
    complete,
    fileAtCounter,
    correctRequest,
    settleDifferences,
    settleSeveral,
    askTheCitizen,
    noteNotTheSame,
    notePrinting,
    concludeChecks,
    noteRegistered,
    noteHeld,
    noteCoverEnded,
    closeCovered,
    rescore,
    openDraft,
    saveAnswers,
    removePerson,
    resumeDraft,
    submitDraft,
    discardDraft,
    purgeDrafts,
    remindHolders,
    answerEscalation,
  ],
  queries: [
    batchToRead,
    batchProgress,
    recentBatches,
    refusedRecords,
    filesOfBatch,
    filesByState,
    filesCounted,
    filesReady,
    followedFile,
    fileByCard,
    fileInShort,
    fileNumbered,
    oneFile,
    differencesToSettle,
    papersAsked,
    myWork,
    findFiles,
    likelyTheSame,
    printingsOfFile,
    entryOfRequest,
    versionsOfRequest,
    oneDraft,
    requestAsFiled,
    assessmentOfFile,
    replayOfAssessment,
    rescorings,
    rescoredFiles,
    deadlines,
    toldToMe,
  ],
  jobs: [
    importBatch,
    purgeAbandonedDrafts,
    remindHoldersNightly,
    reactionJob('applications.open-checking', 'applications.filed', openChecking, ({ applications }: Files) => ({
      applications,
    })),
    reactionJob('applications.conclude-checks', 'verifications.answered', concludeChecks, ({ applications }: Files) => ({
      applications,
    })),
    reactionJob('applications.note-registered', 'entitlements.registered', noteRegistered, ({ applications }: Files) => ({
      applications,
    })),
    reactionJob('applications.note-held', 'coverage.overlap-found', noteHeld, ({ applications }: Files) => ({ applications })),
    reactionJob('applications.note-cover-ended', 'coverage.family-freed', noteCoverEnded, ({ applications }: Files) => ({
      applications,
    })),
    reactionJob(
      'applications.close-covered',
      'coverage.family-covered',
      closeCovered,
      ({ application }: { application: string }) => ({
        applications: [application],
      }),
    ),
  ],
} as const;
