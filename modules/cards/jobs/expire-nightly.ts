import { expectDone, type Job } from '#platform/jobs';
import { expireCards } from '../actions/expire-cards.ts';

/** Every night, portion by portion, cards whose last day is over. A night that is killed goes on where it stood. */
export const expireNightly: Job<null> = {
  name: 'cards.expire-nightly',
  nightly: '03:40',
  async handle({ desk, actor, key }) {
    for (let turn = 0; ; turn += 1) {
      const by = { actor, key: `${key}:${turn}` };
      const { expired } = expectDone(await desk.do(expireCards, {}, by), 'expire-cards');
      if (expired === 0) return undefined;
    }
  },
};
