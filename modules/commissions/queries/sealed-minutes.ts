import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findSitting } from '../store/sittings.ts';

/** The minutes of a sitting as they were sealed, word for word, with their digest; nothing before they are sealed. */
export const sealedMinutes = defineQuery({
  name: 'commissions.sealed-minutes',
  summary: 'The minutes of a sitting as they were sealed',
  permission: 'commissions:read',
  input: z.object({ sitting: z.uuid() }),
  output: z.object({ sealed: z.object({ number: z.string(), minutes: z.string(), digest: z.string() }).optional() }),
  async run({ tx }, { sitting: id }) {
    const sitting = await findSitting(tx, id);
    if (!sitting?.minutes || !sitting.minutes_digest) return {};
    return { sealed: { number: sitting.number, minutes: sitting.minutes, digest: sitting.minutes_digest } };
  },
});
