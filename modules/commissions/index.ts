import type { ProveInPerson } from '#modules/staff';
import { answerEnquiry } from './actions/answer-enquiry.ts';
import { askEnquiry } from './actions/ask-enquiry.ts';
import { carryOutSilence } from './actions/carry-out-silence.ts';
import { conveneSitting } from './actions/convene-sitting.ts';
import { decideAppeal } from './actions/decide-appeal.ts';
import { declareConflict } from './actions/declare-conflict.ts';
import { endMandate } from './actions/end-mandate.ts';
import { examineAppeal } from './actions/examine-appeal.ts';
import { fileAppeal } from './actions/file-appeal.ts';
import { freezeAgenda } from './actions/freeze-agenda.ts';
import { freezeAppeals } from './actions/freeze-appeals.ts';
import { keepWrittenOpinion } from './actions/keep-written-opinion.ts';
import { noteComparisons } from './actions/note-comparisons.ts';
import { noteLookedAt } from './actions/note-looked-at.ts';
import { noteNation } from './actions/note-nation.ts';
import { notePresence } from './actions/note-presence.ts';
import { notePrinting } from './actions/note-printing.ts';
import { noteSignedPaper } from './actions/note-signed-paper.ts';
import { appealActions } from './actions/of-appeals.ts';
import { openSitting } from './actions/open-sitting.ts';
import { LONGEST_APPEAL } from './actions/record-appeal.ts';
import { recordDecisions } from './actions/record-decisions.ts';
import { remindCommissions } from './actions/remind-commissions.ts';
import { returnFiles } from './actions/return-files.ts';
import { sealSitting } from './actions/seal-sitting.ts';
import { seatCommission } from './actions/seat-commission.ts';
import { seatMember } from './actions/seat-member.ts';
import { secondRulings } from './actions/second-rulings.ts';
import { signMinutes } from './actions/sign-minutes.ts';
import { takeAppeal } from './actions/take-appeal.ts';
import { undoDecision } from './actions/undo-decision.ts';
import { validateRehearsed, validateSittings } from './actions/validate-sittings.ts';
import { carryOutSilenceNightly } from './jobs/carry-out-silence.ts';
import { noteComparisonsOfSealed, noteNationNightly } from './jobs/note-comparisons.ts';
import { remindCommissionsJobs } from './jobs/remind-commissions.ts';
import { agendaProposal } from './queries/agenda-proposal.ts';
import { appealOfFile, appealsByState } from './queries/appeals.ts';
import { deadlinesOfCommissions } from './queries/deadlines.ts';
import { enquiries } from './queries/enquiries.ts';
import { fairness } from './queries/fairness.ts';
import { membersOfCommission } from './queries/members.ts';
import { appealQueries } from './queries/of-appeals.ts';
import { minutesByDigest, proofOfDecision } from './queries/proof-of-decision.ts';
import type { ReprintMinutes } from './queries/replay/printing-of-minutes.ts';
import { replayDecision } from './queries/replay-decision.ts';
import { sealedMinutes } from './queries/sealed-minutes.ts';
import { signedPaper } from './queries/signed-paper.ts';
import { sittingInFull } from './queries/sitting-in-full.ts';
import { sittingPulse } from './queries/sitting-pulse.ts';
import { sittingSoFar } from './queries/sitting-so-far.ts';
import { sittingToPrint } from './queries/sitting-to-print.ts';
import { sittingToValidate } from './queries/sitting-to-validate.ts';
import { agendaOfSitting, decisionOnFile, sittingsByState } from './queries/sittings.ts';
import { sittingsCalendar } from './queries/sittings-calendar.ts';

export { type AppealCriterion, type AppealState, appealCriteria, isContestable } from './model/appeal.ts';
export { type AppealOutcome, appealOutcomes, findingCodes } from './model/appeal-decision.ts';
export { combine } from './model/combination.ts';
export {
  asProposed,
  decideRuling,
  type Outcome,
  outcomes,
  type Proposal,
  QUORUM_LACKING,
  type ReasonCode,
  reasonCodes,
} from './model/decision.ts';
export { points } from './model/enquiry.ts';
export { institutions, type Seat, seats } from './model/members.ts';
export { type Minutes, parseMinutes } from './model/minutes.ts';
export { minutesCode, readMinutesCode } from './model/minutes-code.ts';
export { everSeated, seatedAtDecisions } from './model/minutes-presence.ts';
export type { PrintedPaper } from './model/printed-papers.ts';
export { type Institution, quorumOf } from './model/quorum.ts';
export type { Appeal, AppealAnswer } from './queries/appeals.ts';
export type { ReprintMinutes } from './queries/replay/printing-of-minutes.ts';
export type { ReplayOfDecision } from './queries/replay-decision.ts';
export { type FileDecision, latestDecisions } from './queries/sittings.ts';
export { listAppealTidings, listTidings } from './queries/tidings.ts';
export { type AdmittedPage, type AdmittedWhere, countAdmitted, listAdmitted } from './store/admitted.ts';
export { seatMandates } from './testing/seat-mandates.ts';
export {
  agendaOfSitting,
  agendaProposal,
  answerEnquiry,
  appealOfFile,
  appealsByState,
  askEnquiry,
  conveneSitting,
  decideAppeal,
  decisionOnFile,
  declareConflict,
  endMandate,
  enquiries,
  examineAppeal,
  fairness,
  fileAppeal,
  freezeAgenda,
  freezeAppeals,
  keepWrittenOpinion,
  LONGEST_APPEAL,
  membersOfCommission,
  minutesByDigest,
  noteLookedAt,
  notePrinting,
  noteSignedPaper,
  openSitting,
  proofOfDecision,
  recordDecisions,
  replayDecision,
  returnFiles,
  sealedMinutes,
  sealSitting,
  seatCommission,
  seatMember,
  signedPaper,
  sittingInFull,
  sittingPulse,
  sittingSoFar,
  sittingsByState,
  sittingsCalendar,
  sittingToPrint,
  sittingToValidate,
  takeAppeal,
  undoDecision,
  validateRehearsed,
  validateSittings,
};

const silentDeed = carryOutSilence();

const oneAtTheKeyboard = {
  name: 'commissions',
  actions: [
    seatCommission,
    seatMember,
    endMandate,
    conveneSitting,
    freezeAgenda,
    askEnquiry,
    answerEnquiry,
    openSitting,
    notePresence,
    declareConflict,
    keepWrittenOpinion,
    recordDecisions,
    undoDecision,
    sealSitting,
    noteLookedAt,
    returnFiles,
    validateSittings,
    validateRehearsed,
    ...appealActions,
    notePrinting,
    noteSignedPaper,
    noteComparisons,
    noteNation,
    remindCommissions,
    silentDeed,
  ],
  queries: [
    membersOfCommission,
    sittingsCalendar,
    agendaProposal,
    sittingInFull,
    sittingPulse,
    sittingSoFar,
    sittingsByState,
    agendaOfSitting,
    enquiries,
    sittingToValidate,
    decisionOnFile,
    ...appealQueries,
    sealedMinutes,
    signedPaper,
    fairness,
    sittingToPrint,
    proofOfDecision,
    minutesByDigest,
    deadlinesOfCommissions,
  ],
  jobs: [noteComparisonsOfSealed, noteNationNightly, ...remindCommissionsJobs, carryOutSilenceNightly(silentDeed)],
} as const;

/** `prove` tells who somebody is who stands beside whoever is signed in, or signs; `reprint` sets sealed minutes again. */
export function commissions(prove: ProveInPerson, reprint: ReprintMinutes) {
  const { actions, queries } = oneAtTheKeyboard;
  return {
    ...oneAtTheKeyboard,
    actions: [...actions, secondRulings(prove), signMinutes(prove)],
    queries: [...queries, replayDecision({ reprint })],
  } as const;
}
