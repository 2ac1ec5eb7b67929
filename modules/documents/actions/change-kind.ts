import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { PaperKind } from '../model/keeper.ts';
import { paperLimitsOn } from '../model/paper-limits.ts';
import { decideRoom } from '../model/room-for-page.ts';
import { findPage, listPages, lockOwner, setKind } from '../store/pages.ts';
import { isCounting, isProof } from './keep-page.ts';

/**
 * Says that a page of a file is a page of another paper than it was sent as. Refused when the jurisdiction has no such page, when that paper
 * has the same page already (take this one back instead), and when it would have too many.
 */
export const changeKind = defineAction({
  name: 'documents.change-kind',
  summary: 'Say which paper a page of a file belongs to',
  permission: 'documents:add',
  input: z.object({ page: z.uuid(), kind: PaperKind }),
  output: z.object({ page: z.string(), kind: z.string() }),
  refusals: ['page-not-found', 'there-already', 'too-many-pages', 'too-much'],
  async run({ tx, today, journal }, { page: id, kind }) {
    const found = await findPage(tx, id);
    if (found) await lockOwner(tx, found.owner);
    const kept = found ? await listPages(tx, found.owner) : [];
    const page = kept.find((one) => one.id === id);
    if (!page || !isCounting(page) || isProof(page)) return refuse('page-not-found', { place: 'page' });
    const { owner, checksum, territory, kind: former } = page;
    if (former === kind) return { page: id, kind };
    if (kept.some((one) => one.kind === kind && one.checksum === checksum)) return refuse('there-already', { place: 'kind' });
    const others = kept.filter((one) => one.id !== id && isCounting(one));
    const refusal = decideRoom({ ...page, kind }, others, paperLimitsOn(today.toString()));
    if (refusal) return refusal;
    await setKind(tx, { id, kind });
    const before = digestOf({ owner, kind: former, checksum });
    journal({ subject: `page:${id}`, territory, before, after: digestOf({ owner, kind, checksum }), reason: 'other-kind' });
    return { page: id, kind };
  },
});
