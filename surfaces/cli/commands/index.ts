import type { Command } from '../command.ts';

/** Every command by name, loaded only when asked for, so that one command never pays for another's packages. */
export const commandLoaders: Readonly<Record<string, () => Promise<Command>>> = {
  'eligibility score': async () => (await import('./eligibility-score.ts')).eligibilityScore,
  'applications rescore': async () => (await import('./rescore.ts')).applicationsRescore,
  process: async () => (await import('./process.ts')).processCommand,
  rehearse: async () => (await import('./rehearse.ts')).rehearse,
  'journal verify': async () => (await import('./journal-verify.ts')).journalVerify,
  'jobs failures': async () => (await import('./jobs-failures.ts')).jobsFailures,
  'staff add-agent': async () => (await import('./staff-add-agent.ts')).staffAddAgent,
  population: async () => (await import('./population.ts')).population,
  'cards print': async () => (await import('./cards-print.ts')).cardsPrint,
  'cards batch-file': async () => (await import('./cards-batch-file.ts')).cardsBatchFile,
  'applications receipt': async () => (await import('./receipt-print.ts')).applicationsReceipt,
  'decision replay': async () => (await import('./decision-replay.ts')).decisionReplay,
  'snapshot publish': async () => (await import('./snapshot-publish.ts')).snapshotPublish,
  'cards verify': async () => (await import('./cards-verify.ts')).cardsVerify,
};
