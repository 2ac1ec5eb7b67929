import { expectDone, type Job } from '#platform/jobs';
import { forgetMessages } from '../actions/forget-messages.ts';

/** Every night: words and addresses of messages kept long enough go, and codes that are over. */
export const forgetOldMessages: Job<unknown> = {
  name: 'notices.forget-messages',
  nightly: '3:50',
  async handle({ desk, actor, key }) {
    expectDone(await desk.do(forgetMessages, {}, { actor, key }), 'notices.forget-messages');
    return undefined;
  },
};
