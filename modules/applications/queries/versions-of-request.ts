import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { listVersions } from '../store/versions.ts';

const Version = z.object({
  version: z.int(),
  at: z.string(),
  by: z.string(),
  post: z.string().nullable(),
  /** Null for what was filed. */
  reason: z.string().nullable(),
  digest: z.string(),
  changes: z.array(z.object({ place: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })),
});

/** The versions of a request, the one that was filed first: who corrected what, when and why. None when it was never corrected. */
export const versionsOfRequest = defineQuery({
  name: 'applications.versions-of-request',
  summary: 'The versions of a request: who corrected what, when and why',
  permission: 'applications:read',
  input: z.object({ application: z.uuid() }),
  output: z.object({ versions: z.array(Version) }),
  async run({ tx }, { application }) {
    const rows = await listVersions(tx, application);
    return {
      versions: rows.map((row) => ({
        ...{ version: row.version, at: row.made_at, by: row.made_by, post: row.post, reason: row.reason },
        ...{ digest: row.declaration_digest, changes: row.changes.map((change) => ({ ...change })) },
      })),
    };
  },
});
