import { expectDone, type Job } from '#platform/jobs';
import { askNextYear } from '../actions/ask-next-year.ts';
import { beginRenewals } from '../actions/begin-renewals.ts';
import { callToRenew, renewalSteps } from '../actions/call-to-renew.ts';
import { closeAtTerm } from '../actions/close-at-term.ts';
import { noteMemberEndings } from '../actions/note-endings.ts';

/**
 * Every night, portion by portion until nothing is left: lets renewed rights begin, asks for the next year before it closes what has none, tells of members whose rights
 * end, and calls families to renew. A night that is killed goes on where it stood, since what is done is no longer found.
 */
export const keepRightsNightly: Job = {
  name: 'entitlements.keep-rights',
  nightly: '3:10',
  async handle({ desk, actor, key }) {
    await untilNone(
      key,
      'begin',
      async (by) => expectDone(await desk.do(beginRenewals, {}, { actor, ...by }), 'begin-renewals').begun,
    );
    await untilNone(
      key,
      'year',
      async (by) => expectDone(await desk.do(askNextYear, {}, { actor, ...by }), 'ask-next-year').asked,
    );
    await untilNone(
      key,
      'term',
      async (by) => expectDone(await desk.do(closeAtTerm, {}, { actor, ...by }), 'close-at-term').closed,
    );
    for (const step of ['foreseen', 'ended'] as const)
      await untilNone(
        key,
        step,
        async (by) => expectDone(await desk.do(noteMemberEndings, { step }, { actor, ...by }), 'note-endings').noted,
      );
    for (const step of renewalSteps)
      await untilNone(
        key,
        step,
        async (by) => expectDone(await desk.do(callToRenew, { step }, { actor, ...by }), 'call-to-renew').called,
      );
    return undefined;
  },
};

async function untilNone(key: string, name: string, portion: (by: { readonly key: string }) => Promise<number>): Promise<void> {
  for (let turn = 0; (await portion({ key: `${key}:${name}:${turn}` })) > 0; turn += 1);
}
