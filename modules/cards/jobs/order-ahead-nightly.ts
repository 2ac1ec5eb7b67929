import { expectDone, type Job } from '#platform/jobs';
import type { orderAhead } from '../actions/order-ahead.ts';

/** Every night, once rights have been kept, portion by portion: the next cards of families whose right goes on. */
export function orderAheadNightly(deed: ReturnType<typeof orderAhead>): Job<null> {
  return {
    name: 'cards.order-ahead-nightly',
    nightly: '04:10',
    async handle({ desk, actor, key }) {
      for (let after: string | null = ''; after !== null; ) {
        const by = { actor, key: `${key}:${after}` };
        const done: { readonly last: string | null } = expectDone(await desk.do(deed, { after }, by), 'order-ahead');
        after = done.last;
      }
      return undefined;
    },
  };
}
