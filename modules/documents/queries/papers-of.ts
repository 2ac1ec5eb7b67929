import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { Owner } from '../model/keeper.ts';
import { mediaTypes } from '../model/recognise.ts';
import { listPages, listPromises } from '../store/pages.ts';

const Page = z.object({
  id: z.string(),
  kind: z.string(),
  checksum: z.string(),
  mediaType: z.enum(mediaTypes),
  bytes: z.int(),
  sheets: z.int(),
  scan: z.enum(['to-be-scanned', 'clean', 'infected']),
  keptAt: z.string(),
});
const Papers = z.object({ pages: z.array(Page), promised: z.array(z.string()) });

export type KeptPage = z.output<typeof Page>;
export type KeptPapers = z.output<typeof Papers>;

/** What was sent for one thing, and which papers will be brought instead: for whoever sends them. */
export const ownPapers = defineQuery({
  name: 'documents.own-papers',
  summary: 'The papers one has sent',
  permission: 'citizen:keep-papers',
  input: z.object({ owner: Owner }),
  output: Papers,
  internal: true,
  run: ({ tx }, { owner }) => readPapers(tx, owner),
});

/** The papers on a file, for the agents of its jurisdiction. Only clean pages may be opened. */
export const papersOnFile = defineQuery({
  name: 'documents.papers-on-file',
  summary: 'The papers on a file',
  permission: 'documents:read',
  input: z.object({ owner: Owner }),
  output: Papers,
  run: ({ tx }, { owner }) => readPapers(tx, owner),
});

async function readPapers(tx: Tx, owner: string): Promise<z.input<typeof Papers>> {
  const pages = await listPages(tx, owner);
  const promised = await listPromises(tx, owner);
  return {
    pages: pages.map(({ media_type, kept_at, ...page }) => ({ ...page, mediaType: asMediaType(media_type), keptAt: kept_at })),
    promised: promised.map(({ kind }) => kind),
  };
}

function asMediaType(stored: string): KeptPage['mediaType'] {
  const known = mediaTypes.find((type) => type === stored);
  if (!known) throw new Error(`documents: ${stored} is no type that was ever kept`);
  return known;
}
