import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { takingBackReasons } from '../model/taking-back.ts';
import { findPage, noteTakenBack } from '../store/pages.ts';
import { isCounting, isProof } from './keep-page.ts';

/**
 * Takes a page back from a file: it counts for nothing from now on, and stays to be seen, with who took it back and why, until papers of its
 * age are destroyed. Refused when the jurisdiction has no such page, or it was taken back already.
 */
export const takeBackPage = defineAction({
  name: 'documents.take-back-page',
  summary: 'Take a page back from a file, with the reason',
  permission: 'documents:add',
  input: z.object({ page: z.uuid(), reason: z.enum(takingBackReasons), note: z.string().trim().max(300).optional() }),
  output: z.object({ page: z.string(), takenBackAt: z.string() }),
  refusals: ['page-not-found'],
  async run({ tx, actor, now, journal }, { page: id, reason, note }) {
    const page = await findPage(tx, id);
    if (!page || !isCounting(page) || isProof(page)) return refuse('page-not-found', { place: 'page' });
    const { owner, kind, checksum, territory } = page;
    const at = now.toString();
    await noteTakenBack(tx, id, {
      taken_back_at: at,
      taken_back_by: actor.id,
      taken_back_reason: reason,
      taken_back_note: note === undefined || note === '' ? null : note,
    });
    const before = digestOf({ owner, kind, checksum });
    journal({ subject: `page:${id}`, territory, before, after: digestOf({ page: id, state: 'taken-back' }), reason });
    return { page: id, takenBackAt: at };
  },
});
