import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import type { Tx } from '#platform/database';
import { Owner } from '../model/keeper.ts';
import { mediaTypes } from '../model/recognise.ts';
import { listKinds, listPages, listPromises } from '../store/pages.ts';
import type { PageRow } from '../store/tables.ts';

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

/** As an agent sees it: who added it, when it was not the family, and why it was taken back, when it was. */
const PageOnFile = Page.extend({
  addedBy: z.string().optional(),
  takenBack: z.object({ at: z.string(), by: z.string(), reason: z.string(), note: z.string().optional() }).optional(),
});
export type PageOnFile = z.output<typeof PageOnFile>;

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
  async run({ tx }, { owner }) {
    const { pages, promised } = await readPapers(tx, owner);
    return { pages: pages.filter(({ takenBack }) => !takenBack), promised };
  },
});

/** The papers on a file, those taken back as well, for the agents of its jurisdiction. Only clean pages may be opened. */
export const papersOnFile = defineQuery({
  name: 'documents.papers-on-file',
  summary: 'The papers on a file',
  permission: 'documents:read',
  input: z.object({ owner: Owner }),
  output: Papers.extend({ territory: z.string().optional(), pages: z.array(PageOnFile) }),
  noted: ({ territory, pages }, { owner }) =>
    territory === undefined ? [] : [{ subject: owner, territory, shown: pages.length }],
  run: ({ tx }, { owner }) => readPapers(tx, owner),
});

type PapersRead = { territory?: string; pages: PageOnFile[]; promised: string[] };

async function readPapers(tx: Tx, owner: string): Promise<PapersRead> {
  const pages = await listPages(tx, owner);
  const promised = await listPromises(tx, owner);
  const [first] = pages;
  const place = first ? { territory: first.territory } : {};
  return { ...place, pages: pages.map(toPage), promised: promised.map(({ kind }) => kind) };
}

/** Which kinds of papers lie on each of these files: clean pages that nobody took back. */
export async function kindsOnFiles(tx: Tx, owners: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const byOwner = Map.groupBy(await listKinds(tx, owners), ({ owner }) => owner);
  return new Map([...byOwner].map(([owner, rows]) => [owner, new Set(rows.map(({ kind }) => kind))]));
}

function toPage(row: PageRow): PageOnFile {
  const { id, kind, checksum, bytes, sheets, scan, kept_at, added_by } = row;
  return {
    id,
    kind,
    checksum,
    bytes,
    sheets,
    scan,
    mediaType: asMediaType(row.media_type),
    keptAt: kept_at,
    ...(added_by === null ? {} : { addedBy: added_by }),
    ...takenBackOf(row),
  };
}

function takenBackOf({ taken_back_at: at, taken_back_by: by, taken_back_reason: reason, taken_back_note: note }: PageRow) {
  if (at === null || by === null || reason === null) return {};
  return { takenBack: { at, by, reason, ...(note === null ? {} : { note }) } };
}

function asMediaType(stored: string): KeptPage['mediaType'] {
  const known = mediaTypes.find((type) => type === stored);
  if (!known) throw new Error(`documents: ${stored} is no type that was ever kept`);
  return known;
}
