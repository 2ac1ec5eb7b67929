export { type Contradiction, carriedFrom, outcomeOfTrial, papersOfCounted, type TrialOutcome } from './outcome.ts';
export { papersPage, trialPages, trialPagesShown } from './pages.ts';
