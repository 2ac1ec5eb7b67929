import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { findPage, noteVerdict } from '../store/pages.ts';

/** Notes what the scanner found in a page that was kept unseen. One that was taken back meanwhile, or scanned, stays as it is. */
export const noteScan = defineAction({
  name: 'documents.note-scan',
  summary: 'Note what the scanner found in a page',
  permission: 'system:documents',
  input: z.object({ page: z.uuid(), scan: z.enum(['clean', 'infected']) }),
  output: z.object({ isNoted: z.boolean() }),
  refusals: [],
  internal: true,
  async run({ tx, now, journal, emit }, { page: id, scan }) {
    const page = await findPage(tx, id);
    if (page?.scan !== 'to-be-scanned') return { isNoted: false };
    await noteVerdict(tx, id, { scan, scanned_at: now.toString() });
    journal({
      subject: `page:${id}`,
      territory: page.territory,
      before: digestOf({ page: id, scan: page.scan }),
      after: digestOf({ page: id, scan }),
      reason: scan,
    });
    if (scan === 'infected') emit('documents.page-infected', { page: id });
    return { isNoted: true };
  },
});
