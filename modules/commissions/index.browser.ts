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
export { readMinutesCode } from './model/minutes-code.ts';
export { type Institution, quorumOf } from './model/quorum.ts';
