import { expectDone, type Job } from '#platform/jobs';
import { fileClocks, remindHolders } from '../actions/remind-holders.ts';

type Place = { readonly since: string; readonly id: string };

/** Every night: clock by clock, warns of files that are about to be late and escalates those that are, until all were looked at. */
export const remindHoldersNightly: Job = {
  name: 'applications.remind-holders',
  nightly: '4:20',
  async handle({ desk, actor, key }) {
    for (const clock of fileClocks) {
      let after: Place | undefined;
      for (let turn = 0; turn === 0 || after; turn += 1) {
        const by = { actor, key: `${key}:${clock}:${turn}` };
        after = expectDone(await desk.do(remindHolders, { clock, after }, by), 'remind-holders').next;
      }
    }
    return undefined;
  },
};
