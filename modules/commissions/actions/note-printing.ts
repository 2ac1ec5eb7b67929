import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { printedPapers } from '../model/printed-papers.ts';
import { insertPrinting } from '../store/printings.ts';
import { findSitting } from '../store/sittings.ts';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Notes that a paper of a sitting is printed, before it is given; of minutes with the digest of its bytes, by which a later print is known to
 * be the same. Done by the surface that prints: nobody else says what was printed.
 */
export const notePrinting = defineAction({
  name: 'commissions.note-printing',
  summary: 'Note that a paper of a sitting is printed',
  permission: 'commissions:read',
  internal: true,
  input: z.object({
    sitting: z.uuid(),
    paper: z.enum(printedPapers),
    language: z.enum(['ar', 'fr']),
    minutes: z.object({ bytes: Digest, form: Digest }).optional(),
  }),
  output: z.object({ sitting: z.string() }),
  refusals: ['sitting-not-found'],
  async run({ tx, actor, now, journal }, { sitting: id, paper, language, minutes }) {
    const sitting = await findSitting(tx, id);
    if (!sitting) return refuse('sitting-not-found', { place: 'sitting' });
    const { territory } = sitting;
    await insertPrinting(tx, {
      ...{ sitting_id: id, territory, paper, language },
      ...{ bytes_digest: minutes?.bytes ?? null, form_digest: minutes?.form ?? null },
      ...{ printed_at: now.toString(), printed_by: actor.id, post: actor.post ?? null },
    });
    const after = minutes?.bytes ?? digestOf({ sitting: id, paper, language });
    journal({ subject: `sitting:${id}`, territory, after, reason: `printed ${paper} ${language}` });
    return { sitting: id };
  },
});
