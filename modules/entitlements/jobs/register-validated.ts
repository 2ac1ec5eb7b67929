import { expectDone, type Job } from '#platform/jobs';
import { registerHouseholds } from '../actions/register-households.ts';

/** As many families as one deed takes. */
const MOST = 2_000;

/**
 * A file that was sent back and is validated again may be cleared already: nobody will answer about it once more, unless that answer has grown
 * old and is asked for anew. Who is not cleared yet is registered when the insurers have answered.
 */
export const registerValidated: Job<{ applications: string[] }> = {
  name: 'entitlements.register-validated',
  on: 'commissions.validated',
  async handle(context, { applications }) {
    for (let at = 0; at < applications.length; at += MOST) {
      const input = { applications: applications.slice(at, at + MOST) };
      const by = { actor: context.actor, key: `${context.key}:${at}` };
      expectDone(await context.desk.do(registerHouseholds, input, by), 'register-households');
    }
    return undefined;
  },
};
