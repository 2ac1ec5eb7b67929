import { expectDone, type Job } from '#platform/jobs';
import { remindCommissions } from '../actions/remind-commissions.ts';

const handle: Job['handle'] = async ({ desk, actor, key }) => {
  expectDone(await desk.do(remindCommissions, {}, { actor, key }), 'remind-commissions');
  return undefined;
};

/** Every night; and when minutes are sealed or validated, so that nobody is reminded of what was just done. */
export const remindCommissionsJobs: readonly Job[] = [
  { name: 'commissions.remind-commissions', nightly: '4:40', handle },
  { name: 'commissions.forget-unheld', on: 'commissions.sitting-sealed', handle },
  { name: 'commissions.forget-unvalidated', on: 'commissions.decisions-validated', handle },
];
