import { z } from 'zod';
import { lawAt } from '#law';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { deleteAbandoned } from '../store/drafts.ts';

/** As many as one transaction destroys; the night's job goes on until none is left. */
const MOST_AT_ONCE = 500;

/** Destroys drafts that nobody has touched for as long as the law lets them be kept. The journal keeps that there was one, not what it said. */
export const purgeDrafts = defineAction({
  name: 'applications.purge-drafts',
  summary: 'Destroy abandoned drafts',
  permission: 'system:applications',
  input: z.object({}),
  output: z.object({ purged: z.int() }),
  refusals: [],
  internal: true,
  async run(context) {
    const { draftKeptDays } = lawAt(context.today.toString()).applications;
    const before = context.now.subtract({ hours: 24 * draftKeptDays.value });
    const gone = await deleteAbandoned(context.tx, before.toString(), MOST_AT_ONCE);
    context.journal(
      ...gone.map(({ id, territory }) => ({
        subject: `draft:${id}`,
        territory,
        reason: 'abandoned',
        after: digestOf({ draft: id, state: 'closed' }),
      })),
    );
    if (gone.length > 0) context.emit('applications.drafts-discarded', { drafts: gone.map(({ id }) => id) });
    return { purged: gone.length };
  },
});
