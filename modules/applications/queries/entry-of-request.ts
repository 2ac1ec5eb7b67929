import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { depositNotes } from '../model/deposit-day.ts';
import { findLatestEntry } from '../store/counter-entries.ts';

const Told = z.object({
  origin: z.enum(['paper', 'dossier']),
  papersSeen: z.array(z.string()),
  deposit: z.enum(depositNotes),
  statedOn: z.iso.date().nullable(),
  typedAt: z.string().nullable(),
  receivedAt: z.string(),
  by: z.string(),
  post: z.string().nullable(),
});

/** How a request came over a counter: from paper or from a dossier, which papers were brought, on which day. Nothing for another request. */
export const entryOfRequest = defineQuery({
  name: 'applications.entry-of-request',
  summary: 'How a request came over a counter, and which papers were brought',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ entry: Told.optional() }),
  async run({ tx }, { application }) {
    const row = await findLatestEntry(tx, application);
    if (!row) return {};
    return {
      entry: {
        ...{ origin: row.origin, papersSeen: row.papers_seen, deposit: row.deposit, statedOn: row.stated_on },
        ...{ typedAt: row.typed_at, receivedAt: row.received_at, by: row.received_by, post: row.post },
      },
    };
  },
});
