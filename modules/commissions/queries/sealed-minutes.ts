import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findSealed } from '../store/sittings.ts';

/** The minutes of a sitting as they were sealed, word for word, with their digest; nothing before they are sealed. */
export const sealedMinutes = defineQuery({
  name: 'commissions.sealed-minutes',
  summary: 'The minutes of a sitting as they were sealed',
  permission: 'commissions:read',
  input: z.object({ sitting: z.uuid() }),
  output: z.object({ sealed: z.object({ number: z.string(), minutes: z.string(), digest: z.string() }).optional() }),
  async run({ tx }, { sitting: id }) {
    const sealed = await findSealed(tx, id);
    return sealed ? { sealed: { number: sealed.number, minutes: sealed.minutes, digest: sealed.digest } } : {};
  },
});
