import { conveneSitting } from './actions/convene-sitting.ts';
import { freezeAgenda } from './actions/freeze-agenda.ts';
import { openSitting } from './actions/open-sitting.ts';
import { recordDecisions } from './actions/record-decisions.ts';
import { sealSitting } from './actions/seal-sitting.ts';
import { validateSittings } from './actions/validate-sittings.ts';
import { agendaOfSitting, decisionOnFile, sittingsByState } from './queries/sittings.ts';

export { asProposed, type Proposal, reasonCodes } from './model/decision.ts';
export { SITTING_CAPACITY } from './model/sitting.ts';
export { type FileDecision, latestDecisions } from './queries/sittings.ts';
export {
  agendaOfSitting,
  conveneSitting,
  decisionOnFile,
  freezeAgenda,
  openSitting,
  recordDecisions,
  sealSitting,
  sittingsByState,
  validateSittings,
};

export const commissions = {
  name: 'commissions',
  actions: [conveneSitting, freezeAgenda, openSitting, recordDecisions, sealSitting, validateSittings],
  queries: [sittingsByState, agendaOfSitting, decisionOnFile],
  jobs: [],
} as const;
