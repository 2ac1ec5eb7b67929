import { expectDone, type Job } from '#platform/jobs';
import { purgeDrafts } from '../actions/purge-drafts.ts';

/** Every night: destroys the drafts that were left, until none is left over. */
export const purgeAbandonedDrafts: Job = {
  name: 'applications.purge-drafts',
  nightly: '3:10',
  async handle(context) {
    for (let turn = 0; ; turn += 1) {
      const by = { actor: context.actor, key: `${context.key}:${turn}` };
      const { purged } = expectDone(await context.desk.do(purgeDrafts, {}, by), 'purge-drafts');
      if (purged === 0) return undefined;
    }
  },
};
