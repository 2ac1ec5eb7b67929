import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findMark } from '../store/pulse.ts';

/**
 * Whether anything was done in a sitting since it was last read: `mark` is another after each deed on it. Asked every few seconds by the screens of a
 * room, so that it shows no file and weighs nothing; `now` is what the minutes go by, whatever the clock of a counter's computer says.
 */
export const sittingPulse = defineQuery({
  name: 'commissions.sitting-pulse',
  summary: 'Whether anything was done in a sitting since it was last read',
  permission: 'commissions:read',
  input: z.object({ sitting: z.uuid() }),
  output: z.object({ mark: z.string(), now: z.string() }),
  run: async ({ tx, now }, { sitting }) => ({ mark: await findMark(tx, sitting), now: now.toString() }),
});
