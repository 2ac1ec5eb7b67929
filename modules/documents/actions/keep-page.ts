import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import { Owner, PaperKind } from '../model/keeper.ts';
import { paperLimitsOn } from '../model/paper-limits.ts';
import { mediaTypes } from '../model/recognise.ts';
import { decideRoom } from '../model/room-for-page.ts';
import { bringBackPage, dropPromise, insertPage, listPages, lockOwner } from '../store/pages.ts';
import type { PageRow } from '../store/tables.ts';

/** A page whose content was recognised, that was scanned, and whose bytes are stored: only `storePage` can say so. */
export const StoredPage = z.object({
  page: z.uuid(),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(mediaTypes),
  bytes: z.int().positive(),
  sheets: z.int().positive(),
  scan: z.enum(['clean', 'to-be-scanned']),
});
export type StoredPage = z.output<typeof StoredPage>;

const ArrivedPage = StoredPage.extend({ owner: Owner, kind: PaperKind, territory: z.string().min(1) });
type ArrivedPage = z.output<typeof ArrivedPage>;

export const keepingRefusals = ['too-many-pages', 'too-much', 'infected'] as const;
type KeepingRefusal = (typeof keepingRefusals)[number];

/**
 * Keeps a page whose content was recognised and whose bytes are stored already. One that no scanner has seen yet is kept as well, and scanned
 * as soon as there is one. The same bytes sent again for the same paper are the page that is there. Refused when the paper would have too many
 * sheets or the owner too many bytes, and when these bytes were found infected before. Whoever sends a page need not bring the paper.
 */
export const keepPage = defineAction({
  name: 'documents.keep-page',
  summary: 'Keep a page of a paper',
  permission: 'citizen:keep-papers',
  input: ArrivedPage,
  output: z.object({ page: z.string(), isNew: z.boolean() }),
  refusals: [...keepingRefusals],
  internal: true,
  async run(context, arrived) {
    const kept = await keep(context, arrived, { handed_over_at: null, added_by: null });
    return 'refused' in kept ? kept : { page: kept.page.id, isNew: kept.isNew };
  },
});

/**
 * The same by an agent, straight onto a file of the jurisdiction. What is answered is a receipt: which bytes are kept, under which page, since
 * when; the same bytes again, under whatever key, get the receipt of the page that is there.
 */
export const addPage = defineAction({
  name: 'documents.add-page',
  summary: 'Add a page of a paper to a file',
  permission: 'documents:add',
  input: ArrivedPage,
  output: z.object({ page: z.string(), isNew: z.boolean(), checksum: z.string(), keptAt: z.string(), scan: z.string() }),
  refusals: [...keepingRefusals],
  internal: true,
  identity: ({ owner, kind, checksum }) => ({ owner, kind, checksum }),
  async run(context, arrived) {
    const kept = await keep(context, arrived, { handed_over_at: context.now.toString(), added_by: context.actor.id });
    if ('refused' in kept) return kept;
    const { id, checksum, kept_at, scan } = kept.page;
    return { page: id, isNew: kept.isNew, checksum, keptAt: kept_at, scan };
  },
});

/**
 * The same within the deed of another module, for what is kept together with what it proves. Writes its own line of the journal.
 */
export function keepWithin(context: DeedContext, arrived: ArrivedPage): Promise<Kept | Refusal<KeepingRefusal>> {
  return keep(context, arrived, { handed_over_at: context.now.toString(), added_by: context.actor.id });
}

type Adding = Pick<PageRow, 'handed_over_at' | 'added_by'>;
type Kept = { readonly page: Pick<PageRow, 'id' | 'checksum' | 'kept_at' | 'scan'>; readonly isNew: boolean };

async function keep(context: DeedContext, arrived: ArrivedPage, adding: Adding): Promise<Kept | Refusal<KeepingRefusal>> {
  const { tx, now, today, journal, emit } = context;
  const { page: id, owner, kind, territory, checksum, mediaType, scan, ...size } = arrived;
  await lockOwner(tx, owner);
  const kept = await listPages(tx, owner);
  const same = kept.find((one) => one.kind === kind && one.checksum === checksum);
  if (same?.scan === 'infected') return refuse('infected');
  if (same?.taken_back_at === null) return { page: same, isNew: false };
  const refusal = decideRoom({ kind, ...size }, kept.filter(isCounting), paperLimitsOn(today.toString()));
  if (refusal) return refusal;
  if (same) return keepAgain(context, same);
  const at = now.toString({ smallestUnit: 'millisecond' });
  const page = { id, owner, kind, territory, checksum, media_type: mediaType, ...size };
  await insertPage(tx, { ...page, scan, scanned_at: scan === 'clean' ? at : null, kept_at: at, ...adding });
  await dropPromise(tx, { owner, kind });
  journal({ subject: `page:${id}`, territory, after: digestOf({ owner, kind, checksum }) });
  if (scan === 'to-be-scanned') emit('documents.page-unscanned', { page: id });
  return { page: { id, checksum, kept_at: at, scan }, isNew: true };
}

/** One that was taken back and is sent again counts again. */
async function keepAgain({ tx, journal }: DeedContext, same: PageRow): Promise<Kept> {
  const { id, owner, kind, checksum, territory } = same;
  await bringBackPage(tx, id);
  const before = digestOf({ page: id, state: 'taken-back' });
  journal({ subject: `page:${id}`, territory, before, after: digestOf({ owner, kind, checksum }), reason: 'sent-again' });
  return { page: same, isNew: false };
}

/** What proves the minutes of a sitting is kept by the sitting: nobody takes it back or calls it another paper. */
export function isProof({ owner }: PageRow): boolean {
  return owner.startsWith('sitting:');
}

/** One taken back counts for nothing and takes no room. */
export function isCounting({ taken_back_at }: PageRow): boolean {
  return taken_back_at === null;
}
