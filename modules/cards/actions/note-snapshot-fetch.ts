import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';

/**
 * Keeps who fetched a set of the snapshot, by which agreement: a copy that turns up where it should not be is one of few. Nobody's file is
 * touched, and nothing else changes.
 */
export const noteSnapshotFetch = defineAction({
  name: 'cards.note-snapshot-fetch',
  summary: 'Keep who fetched a set of the snapshot',
  permission: 'system:cards',
  internal: true,
  input: z.object({ series: z.int().min(1), number: z.int().min(0), digest: z.string().max(100) }),
  output: z.object({ noted: z.literal(true) }),
  refusals: [],
  async run(context, { series, number, digest }) {
    context.journal({
      subject: `snapshot:${series}-${number}`,
      territory: '',
      after: digestOf({ series, number, digest }),
    });
    return { noted: true as const };
  },
});
