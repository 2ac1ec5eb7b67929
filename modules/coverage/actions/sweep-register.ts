import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import { beginSweep } from '../store/sweeps.ts';

/**
 * Begins to hold everyone in RAMED against the register of covers; while a sweep is under way, that one goes on. It opens cases and decides
 * nothing.
 */
export const sweepRegister = defineAction({
  name: 'coverage.sweep-register',
  summary: 'Hold everyone in RAMED against the register of covers',
  permission: 'coverage:judge-cases',
  input: z.object({}),
  output: z.object({ sweep: z.uuid() }),
  refusals: [],
  async run({ tx, now, emit, journal }) {
    const own = newId();
    const sweep = await beginSweep(tx, { id: own, at: now.toString() });
    const began = sweep === own ? 'begun' : 'already under way';
    journal({ subject: `sweep:${sweep}`, territory: '', after: digestOf({ sweep }), reason: began });
    emit('coverage.sweep-begun', { sweep });
    return { sweep };
  },
});
