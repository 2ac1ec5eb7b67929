import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { languageCodes } from '#platform/i18n';
import { territoryOfCode, territoryOfDraft } from '../model/citizen.ts';
import { carriedAnswers } from '../model/form/index.ts';
import { insertDraft } from '../store/drafts.ts';

/**
 * Opens a draft for a family that begins its request. `carried` is what it answered elsewhere, in the simulator: what can be read of it
 * fills the questions, which the family still goes through; the rest is left.
 */
export const openDraft = defineAction({
  name: 'applications.open-draft',
  summary: 'Open the draft of a request',
  permission: 'citizen:apply',
  input: z.object({
    draft: z.uuid(),
    codeDigest: z.string().regex(/^[0-9a-f]{64}$/),
    language: z.enum(languageCodes),
    carried: z.unknown().optional(),
  }),
  output: z.object({ draft: z.string() }),
  refusals: [],
  internal: true,
  identity: ({ draft, codeDigest }) => ({ draft, codeDigest }),
  async run(context, { draft, codeDigest, language, carried }) {
    const answers = carriedAnswers(carried);
    const at = context.now.toString();
    const territory = territoryOfDraft(draft);
    await insertDraft(
      context.tx,
      {
        id: draft,
        territory,
        code_digest: codeDigest,
        language,
        answers,
        answered: [],
        last_step: null,
        opened_at: at,
        saved_at: at,
        application_id: null,
        number: null,
        commune: null,
      },
      { code_digest: codeDigest, territory: territoryOfCode(codeDigest), draft_id: draft, head_birth_date: null },
    );
    context.journal({ subject: `draft:${draft}`, territory, after: digestOf(answers as Json) });
    return { draft };
  },
});
