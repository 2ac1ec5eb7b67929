import { conveneSitting } from './actions/convene-sitting.ts';
import { declareConflict } from './actions/declare-conflict.ts';
import { examineAppeal } from './actions/examine-appeal.ts';
import { fileAppeal, LONGEST_APPEAL } from './actions/file-appeal.ts';
import { freezeAgenda } from './actions/freeze-agenda.ts';
import { keepWrittenOpinion } from './actions/keep-written-opinion.ts';
import { noteComparisons } from './actions/note-comparisons.ts';
import { noteNation } from './actions/note-nation.ts';
import { notePresence } from './actions/note-presence.ts';
import { notePrinting } from './actions/note-printing.ts';
import { openSitting } from './actions/open-sitting.ts';
import { recordDecisions } from './actions/record-decisions.ts';
import { sealSitting } from './actions/seal-sitting.ts';
import { seatCommission } from './actions/seat-commission.ts';
import { undoDecision } from './actions/undo-decision.ts';
import { validateSittings } from './actions/validate-sittings.ts';
import { noteComparisonsOfSealed, noteNationNightly } from './jobs/note-comparisons.ts';
import { appealOfFile, appealsByState } from './queries/appeals.ts';
import { fairness } from './queries/fairness.ts';
import { membersOfCommission } from './queries/members.ts';
import { sealedMinutes } from './queries/sealed-minutes.ts';
import { agendaOfSitting, decisionOnFile, sittingsByState } from './queries/sittings.ts';

export { type AppealCriterion, type AppealState, appealCriteria, isContestable } from './model/appeal.ts';
export { asProposed, type Outcome, type Proposal, type ReasonCode, reasonCodes } from './model/decision.ts';
export { institutions, type Seat, seats } from './model/members.ts';
export { type Minutes, parseMinutes } from './model/minutes.ts';
export { everSeated, seatedAtDecisions } from './model/minutes-presence.ts';
export { SITTING_CAPACITY } from './model/sitting.ts';
export type { Appeal } from './queries/appeals.ts';
export { type FileDecision, latestDecisions } from './queries/sittings.ts';
export { seatMandates } from './testing/seat-mandates.ts';
export {
  agendaOfSitting,
  appealOfFile,
  appealsByState,
  conveneSitting,
  decisionOnFile,
  declareConflict,
  examineAppeal,
  fairness,
  fileAppeal,
  freezeAgenda,
  keepWrittenOpinion,
  LONGEST_APPEAL,
  membersOfCommission,
  notePrinting,
  openSitting,
  recordDecisions,
  sealedMinutes,
  sealSitting,
  seatCommission,
  sittingsByState,
  undoDecision,
  validateSittings,
};

export const commissions = {
  name: 'commissions',
  actions: [
    seatCommission,
    conveneSitting,
    freezeAgenda,
    openSitting,
    notePresence,
    declareConflict,
    keepWrittenOpinion,
    recordDecisions,
    undoDecision,
    sealSitting,
    validateSittings,
    fileAppeal,
    examineAppeal,
    notePrinting,
    noteComparisons,
    noteNation,
  ],
  queries: [
    membersOfCommission,
    sittingsByState,
    agendaOfSitting,
    decisionOnFile,
    appealOfFile,
    appealsByState,
    sealedMinutes,
    fairness,
  ],
  jobs: [noteComparisonsOfSealed, noteNationNightly],
} as const;
