import { conveneSitting } from './actions/convene-sitting.ts';
import { examineAppeal } from './actions/examine-appeal.ts';
import { fileAppeal, LONGEST_APPEAL } from './actions/file-appeal.ts';
import { freezeAgenda } from './actions/freeze-agenda.ts';
import { openSitting } from './actions/open-sitting.ts';
import { recordDecisions } from './actions/record-decisions.ts';
import { sealSitting } from './actions/seal-sitting.ts';
import { validateSittings } from './actions/validate-sittings.ts';
import { appealOfFile, appealsByState } from './queries/appeals.ts';
import { agendaOfSitting, decisionOnFile, sittingsByState } from './queries/sittings.ts';

export { type AppealCriterion, type AppealState, appealCriteria, isContestable } from './model/appeal.ts';
export { asProposed, type Proposal, reasonCodes } from './model/decision.ts';
export { SITTING_CAPACITY } from './model/sitting.ts';
export type { Appeal } from './queries/appeals.ts';
export { type FileDecision, latestDecisions } from './queries/sittings.ts';
export {
  agendaOfSitting,
  appealOfFile,
  appealsByState,
  conveneSitting,
  decisionOnFile,
  examineAppeal,
  fileAppeal,
  freezeAgenda,
  LONGEST_APPEAL,
  openSitting,
  recordDecisions,
  sealSitting,
  sittingsByState,
  validateSittings,
};

export const commissions = {
  name: 'commissions',
  actions: [conveneSitting, freezeAgenda, openSitting, recordDecisions, sealSitting, validateSittings, fileAppeal, examineAppeal],
  queries: [sittingsByState, agendaOfSitting, decisionOnFile, appealOfFile, appealsByState],
  jobs: [],
} as const;
