import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { noteComparisons } from '../actions/note-comparisons.ts';
import { noteNation } from '../actions/note-nation.ts';

/** When a sitting is sealed, and every night for those that were missed: until none is left over. */
export const noteComparisonsOfSealed: Job = {
  name: 'commissions.note-comparisons',
  on: 'commissions.sitting-sealed',
  nightly: '1:40',
  async handle(context: JobContext) {
    for (let turn = 0; ; turn += 1) {
      const by = { actor: context.actor, key: `${context.key}:${turn}` };
      const { sittings } = expectDone(await context.desk.do(noteComparisons, {}, by), 'note-comparisons');
      if (sittings === 0) return undefined;
    }
  },
};

/** Every night, after them: the counts of the nation. */
export const noteNationNightly: Job = {
  name: 'commissions.note-nation',
  nightly: '2:10',
  async handle({ desk, actor, key }) {
    expectDone(await desk.do(noteNation, {}, { actor, key }), 'note-nation');
    return undefined;
  },
};
