import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findSignedPaper } from '../store/signatures.ts';

/** Which bytes are the scan of minutes that were signed on paper, for whoever may read the sitting; who opened it is noted. */
export const signedPaper = defineQuery({
  name: 'commissions.signed-paper',
  summary: 'The scan of minutes that were signed on paper',
  permission: 'commissions:read',
  input: z.object({ sitting: z.uuid(), page: z.uuid() }),
  output: z.object({ paper: z.object({ checksum: z.string(), mediaType: z.string(), territory: z.string() }).optional() }),
  internal: true,
  noted: ({ paper }, { sitting }) =>
    paper === undefined ? [] : [{ subject: `sitting:${sitting}`, territory: paper.territory, shown: 1 }],
  async run({ tx }, { sitting, page }) {
    const found = await findSignedPaper(tx, sitting, page);
    return found ? { paper: { checksum: found.checksum, mediaType: found.media_type, territory: found.territory } } : {};
  },
});
