import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { Owner } from '../model/keeper.ts';
import { moveOwner } from '../store/pages.ts';

/** From whom papers go to whom: `draft:<id>` to `application:<id>`, whose territory they then belong to. The two may be one owner. */
export type HandingOver = { readonly from: string; readonly to: string; readonly territory: string };

/**
 * Puts everything that was sent for a draft onto the file that came of it, within the deed that files it: from then on the file's jurisdiction
 * sees it. Who does the deed must cover both territories. Writes one line of the journal for each page.
 */
export async function handOver(
  { tx, now, journal }: Pick<DeedContext, 'tx' | 'now' | 'journal'>,
  { from, to, territory }: HandingOver,
): Promise<number> {
  const pages = await moveOwner(tx, { from, owner: to, territory, at: now.toString() });
  journal(
    ...pages.map(({ id, kind, checksum }) => ({
      subject: `page:${id}`,
      territory,
      before: digestOf({ owner: from, kind, checksum }),
      after: digestOf({ owner: to, kind, checksum }),
      reason: 'handed-over',
    })),
  );
  return pages.length;
}

/** The same as a deed of its own, for what is filed by a module that may not ask this one. Again, it finds nothing left to hand over. */
export const handOverPapers = defineAction({
  name: 'documents.hand-over-papers',
  summary: 'Put papers that were sent onto a file',
  permission: 'citizen:keep-papers',
  input: z.object({ from: Owner, to: Owner, territory: z.string().min(1) }),
  output: z.object({ pages: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { from, to, territory }) {
    const pages = await handOver(context, { from, to, territory });
    if (pages === 0) context.journal({ subject: to, territory, after: digestOf({ owner: to, pages }) });
    return { pages };
  },
});
