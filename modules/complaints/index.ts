import { answerComplaint } from './actions/answer-complaint.ts';
import { LONGEST_COMPLAINT, receiveComplaint } from './actions/receive-complaint.ts';
import {
  complaintNumbered,
  complaintsByState,
  complaintsCounted,
  complaintsOfRequest,
  followedComplaint,
} from './queries/complaints.ts';

export { type ComplaintState, complaintStates } from './model/lifecycle.ts';
export { isSubject, needsWords, type Subject, type SubjectGroup, subjectNames, subjects } from './model/subjects.ts';
export type { BriefComplaint, WholeComplaint } from './queries/complaints.ts';
export {
  answerComplaint,
  complaintNumbered,
  complaintsByState,
  complaintsOfRequest,
  followedComplaint,
  LONGEST_COMPLAINT,
  receiveComplaint,
};

export const complaints = {
  name: 'complaints',
  actions: [receiveComplaint, answerComplaint],
  queries: [followedComplaint, complaintNumbered, complaintsOfRequest, complaintsByState, complaintsCounted],
  jobs: [],
} as const;
