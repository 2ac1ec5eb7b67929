/**
 * Why a record of a list is not registered: the subjects of table 3 of the activity report of 2015 that speak of a record. The other rows of
 * that table (deposits, activation, cards not delivered, questions) are of families and cards, and reject nothing.
 */
export const rejectionCodes = [
  'file-not-sent',
  'wrong-operation',
  'contribution-waiver',
  'national-card-of-another',
  'national-card-conflict',
  'data-error',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** The same subjects, and the one that holds a family instead of sending its file back: cover under another scheme. */
export const recordCodes = [...rejectionCodes, 'double-registration'] as const;
export type RecordCode = (typeof recordCodes)[number];

/** What became of one record. `waiting`: the insurers have not answered yet. `unreadable`: the line broke a rule of the list. */
export const recordResults = ['registered', 'waiting', 'held', 'rejected', 'unreadable'] as const;
export type RecordResult = (typeof recordResults)[number];
