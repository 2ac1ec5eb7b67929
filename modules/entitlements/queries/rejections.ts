import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { rejectionCodes } from '../model/rejection.ts';
import { listRejections } from '../store/rejections.ts';

/** What the agency sent a file back for, the latest first: the counter reads it and corrects the file. */
export const rejectionsOfRequest = defineQuery({
  name: 'entitlements.rejections-of-request',
  summary: 'What the agency sent a file back for instead of registering it',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({
    rejections: z.array(
      z.object({ code: z.enum(rejectionCodes), place: z.string(), note: z.string().nullable(), at: z.string() }),
    ),
  }),
  async run({ tx }, { application }) {
    const rows = await listRejections(tx, [application]);
    return { rejections: rows.map(({ code, place, note, at }) => ({ code, place, note, at }) as never) };
  },
});
