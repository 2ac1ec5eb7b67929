export {
  type Contradiction,
  carriedFrom,
  isCoveredElsewhere,
  outcomeOfTrial,
  papersOfCounted,
  type TrialOutcome,
} from './outcome.ts';
export { mayBeUnknown, papersPage, trialPages, trialPagesShown } from './pages.ts';
