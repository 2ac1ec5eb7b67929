import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { advanceSweep } from '../actions/advance-sweep.ts';
import { settleUncontested } from '../actions/settle-uncontested.ts';
import { sweepRegister } from '../actions/sweep-register.ts';

/** Every night: whatever lists and rights did not tell of themselves is found, and a sweep that was cut goes on. */
export const sweepNightly: Job = {
  name: 'coverage.sweep-nightly',
  nightly: '1:30',
  async handle(context) {
    expectDone(await context.desk.do(sweepRegister, {}, { actor: context.actor, key: context.key }), 'sweep-register');
    return undefined;
  },
};

/** Takes a sweep to its end, portion by portion. Cut and tried again, it goes on where the sweep is. */
export const runSweep: Job<{ sweep: string }> = {
  name: 'coverage.run-sweep',
  on: 'coverage.sweep-begun',
  async handle(context, { sweep }) {
    for (let turn = 0; ; turn += 1) if ((await advance(context, sweep, turn)) === 'ended') return undefined;
  },
};

async function advance(context: JobContext, sweep: string, turn: number) {
  const by = { actor: context.actor, key: `${context.key}:${turn}` };
  return expectDone(await context.desk.do(advanceSweep, { sweep }, by), 'advance-sweep').step;
}

/** Every night: confirmed cases that nobody contested in time are settled. */
export const settleNightly: Job = {
  name: 'coverage.settle-nightly',
  nightly: '1:10',
  async handle(context) {
    for (let turn = 0; ; turn += 1) {
      const by = { actor: context.actor, key: `${context.key}:${turn}` };
      if (expectDone(await context.desk.do(settleUncontested, {}, by), 'settle-uncontested').settled === 0) return undefined;
    }
  },
};
