import { recordPayment } from './actions/record-payment.ts';
import { duesByNotice, duesOfRegistrations } from './queries/dues.ts';

export { assessDues, type HouseholdToAssess } from './actions/assess-dues.ts';
export { creditDues } from './actions/credit-dues.ts';
export { moveDues } from './actions/move-dues.ts';
export { restateDues } from './actions/restate-dues.ts';
export { waiveDues } from './actions/waive-dues.ts';
export { lastDayCovered, yearlyContribution } from './model/contribution.ts';
export { listOwed, listPaidDues, type Owed } from './queries/dues.ts';
export type { DueRow } from './store/dues.ts';
export { duesByNotice, duesOfRegistrations, recordPayment };

export const contributions = {
  name: 'contributions',
  actions: [recordPayment],
  queries: [duesOfRegistrations, duesByNotice],
  jobs: [],
} as const;
