import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { Owner, PaperKind } from '../model/keeper.ts';
import { paperLimitsOn } from '../model/paper-limits.ts';
import { mediaTypes } from '../model/recognise.ts';
import { decideRoom } from '../model/room-for-page.ts';
import { dropPromise, insertPage, listPages, lockOwner } from '../store/pages.ts';

/**
 * Keeps a page whose content was recognised and whose bytes are stored already. One that no scanner has seen yet is kept as well, and scanned
 * as soon as there is one. The same bytes sent again for the same paper are the page that is there. Refused when the paper would have too many
 * sheets or the owner too many bytes, and when these bytes were found infected before. Whoever sends a page need not bring the paper.
 */
export const keepPage = defineAction({
  name: 'documents.keep-page',
  summary: 'Keep a page of a paper',
  permission: 'citizen:keep-papers',
  input: z.object({
    page: z.uuid(),
    owner: Owner,
    kind: PaperKind,
    territory: z.string().min(1),
    checksum: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z.enum(mediaTypes),
    bytes: z.int().positive(),
    sheets: z.int().positive(),
    scan: z.enum(['clean', 'to-be-scanned']),
  }),
  output: z.object({ page: z.string(), isNew: z.boolean() }),
  refusals: ['too-many-pages', 'too-much', 'infected'],
  internal: true,
  async run({ tx, now, today, journal, emit }, { page: id, owner, kind, territory, checksum, mediaType, scan, ...size }) {
    await lockOwner(tx, owner);
    const kept = await listPages(tx, owner);
    const same = kept.find((one) => one.kind === kind && one.checksum === checksum);
    if (same?.scan === 'infected') return refuse('infected');
    if (same) return { page: same.id, isNew: false };
    const refusal = decideRoom({ kind, ...size }, kept, paperLimitsOn(today.toString()));
    if (refusal) return refusal;
    const at = now.toString();
    const scanned = { scan, scanned_at: scan === 'clean' ? at : null };
    const sent = { id, owner, kind, territory, checksum, media_type: mediaType, ...size };
    await insertPage(tx, { ...sent, ...scanned, kept_at: at, handed_over_at: null });
    await dropPromise(tx, { owner, kind });
    journal({ subject: `page:${id}`, territory, after: digestOf({ owner, kind, checksum }) });
    if (scan === 'to-be-scanned') emit('documents.page-unscanned', { page: id });
    return { page: id, isNew: true };
  },
});
