import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findPage, listKeptChecksums } from '../store/pages.ts';

/** The checksum of a page that waits for the scanner; none when it is gone or was scanned. */
export const pageToScan = defineQuery({
  name: 'documents.page-to-scan',
  summary: 'A page that waits for the scanner',
  permission: 'system:documents',
  input: z.object({ page: z.uuid() }),
  output: z.object({ checksum: z.string().optional() }),
  internal: true,
  async run({ tx }, { page: id }) {
    const page = await findPage(tx, id);
    return page?.scan === 'to-be-scanned' ? { checksum: page.checksum } : {};
  },
});

/** Which of some stored bytes a page still has. */
export const keptChecksums = defineQuery({
  name: 'documents.kept-checksums',
  summary: 'Which stored bytes a page still has',
  permission: 'system:documents',
  input: z.object({ checksums: z.array(z.string()) }),
  output: z.object({ kept: z.array(z.string()) }),
  internal: true,
  run: async ({ tx }, { checksums }) => ({ kept: await listKeptChecksums(tx, checksums) }),
});
