import { answerComplaint } from './actions/answer-complaint.ts';
import { giveOpinion, LONGEST_OPINION } from './actions/give-opinion.ts';
import { LONGEST_COMPLAINT, receiveComplaint } from './actions/receive-complaint.ts';
import {
  complaintNumbered,
  complaintsByState,
  complaintsCounted,
  complaintsOfRequest,
  followedComplaint,
} from './queries/complaints.ts';
import { opinionsOfPages } from './queries/opinions.ts';

export { type ComplaintState, complaintStates } from './model/lifecycle.ts';
export { isSubject, needsWords, type Subject, type SubjectGroup, subjectNames, subjects } from './model/subjects.ts';
export type { BriefComplaint, WholeComplaint } from './queries/complaints.ts';
export {
  answerComplaint,
  complaintNumbered,
  complaintsByState,
  complaintsOfRequest,
  followedComplaint,
  giveOpinion,
  LONGEST_COMPLAINT,
  LONGEST_OPINION,
  opinionsOfPages,
  receiveComplaint,
};

export const complaints = {
  name: 'complaints',
  actions: [receiveComplaint, answerComplaint, giveOpinion],
  queries: [followedComplaint, complaintNumbered, complaintsOfRequest, complaintsByState, complaintsCounted, opinionsOfPages],
  jobs: [],
} as const;
