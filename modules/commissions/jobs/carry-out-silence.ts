import { expectDone, type Job } from '#platform/jobs';
import type { carryOutSilence } from '../actions/carry-out-silence.ts';

/** Every night, before anyone is reminded: until the law has nothing more to carry out. */
export function carryOutSilenceNightly(deed: ReturnType<typeof carryOutSilence>): Job {
  return {
    name: deed.name,
    nightly: '3:30',
    async handle({ desk, actor, key }) {
      for (let turn = 0; ; turn += 1) {
        const { decided, validated } = expectDone(await desk.do(deed, {}, { actor, key: `${key}:${turn}` }), deed.name);
        if (decided + validated === 0) return undefined;
      }
    },
  };
}
