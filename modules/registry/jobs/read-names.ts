import { expectDone, type Job } from '#platform/jobs';
import { readNames } from '../actions/read-names.ts';

/** Every night: names that older rules read are read again, and the day's new sounds are entered. */
export const readNamesAgain: Job = {
  name: 'registry.read-names',
  nightly: '2:20',
  async handle(context) {
    for (let turn = 0; ; turn += 1) {
      const by = { actor: context.actor, key: `${context.key}:${turn}` };
      const { ended } = expectDone(await context.desk.do(readNames, {}, by), 'read-names');
      if (ended) return undefined;
    }
  },
};
