import { z } from 'zod';
import { lawAt } from '#law';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { Owner } from '../model/keeper.ts';
import { deleteOldPromises, deleteOutdated, deleteOwners } from '../store/pages.ts';
import type { PageRow } from '../store/tables.ts';

/** As many as one transaction destroys; the night's job goes on until none is left. */
const MOST_AT_ONCE = 500;

/** Destroys pages kept for as long as the law lets them be: soon when they never came onto a file, late when they did. */
export const purgePapers = defineAction({
  name: 'documents.purge-papers',
  summary: 'Destroy papers that were kept long enough',
  permission: 'system:documents',
  input: z.object({}),
  output: z.object({ purged: z.int() }),
  refusals: [],
  internal: true,
  async run(context) {
    const { today } = context;
    const { unclaimedDays, keptMonths } = lawAt(today.toString()).documents;
    const keptBefore = today.subtract({ months: keptMonths.value }).toString();
    const unclaimedBefore = today.subtract({ days: unclaimedDays.value }).toString();
    const gone = await deleteOutdated(context.tx, { unclaimedBefore, keptBefore }, MOST_AT_ONCE);
    await deleteOldPromises(context.tx, keptBefore);
    journalGone(context, gone, 'kept-long-enough');
    return { purged: gone.length };
  },
});

/** Destroys the papers of drafts that a family or time has destroyed. */
export const forgetOwners = defineAction({
  name: 'documents.forget-owners',
  summary: 'Destroy the papers of drafts that are no more',
  permission: 'system:documents',
  input: z.object({ owners: z.array(Owner) }),
  output: z.object({ purged: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { owners }) {
    const gone = await deleteOwners(context.tx, owners);
    journalGone(context, gone, 'draft-gone');
    return { purged: gone.length };
  },
});

function journalGone({ journal }: DeedContext, gone: readonly PageRow[], reason: string): void {
  journal(
    ...gone.map(({ id, territory, owner, kind, checksum }) => ({
      subject: `page:${id}`,
      territory,
      before: digestOf({ owner, kind, checksum }),
      after: digestOf({ page: id, state: 'destroyed' }),
      reason,
    })),
  );
}
