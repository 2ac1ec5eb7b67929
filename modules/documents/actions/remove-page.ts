import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { Owner } from '../model/keeper.ts';
import { deletePage } from '../store/pages.ts';

/** Takes back a page that is not on a file yet; its bytes are destroyed with the next sweep. Refused when the owner has no such page. */
export const removePage = defineAction({
  name: 'documents.remove-page',
  summary: 'Take back a page of a paper',
  permission: 'citizen:keep-papers',
  input: z.object({ owner: Owner, page: z.uuid() }),
  output: z.object({ page: z.string() }),
  refusals: ['page-not-found'],
  internal: true,
  async run({ tx, journal }, { owner, page: id }) {
    const page = await deletePage(tx, { owner, page: id });
    if (!page) return refuse('page-not-found', { place: 'page' });
    const { kind, checksum, territory } = page;
    journal({
      subject: `page:${id}`,
      territory,
      before: digestOf({ owner, kind, checksum }),
      after: digestOf({ page: id, state: 'removed' }),
      reason: 'taken-back',
    });
    return { page: id };
  },
});
