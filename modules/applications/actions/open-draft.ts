import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { languageCodes } from '#platform/i18n';
import { territoryOfCode, territoryOfDraft } from '../model/citizen.ts';
import { Answers, carriedAnswers, nameOfStep, progressOf } from '../model/form/index.ts';
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
    /** Of a family that asks for its rights again: its registration, and what it declared last. */
    renews: z.object({ registration: z.string().max(40), answers: Answers }).optional(),
  }),
  output: z.object({ draft: z.string() }),
  refusals: [],
  internal: true,
  identity: ({ draft, codeDigest }) => ({ draft, codeDigest }),
  async run(context, { draft, codeDigest, language, carried, renews }) {
    const answers = renews?.answers ?? carriedAnswers(carried);
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
        answered: renews ? progressOf({ answers, today: context.today }, []).steps.map(nameOfStep) : [],
        last_step: null,
        opened_at: at,
        saved_at: at,
        application_id: null,
        number: null,
        commune: null,
        renews: renews?.registration ?? null,
      },
      {
        code_digest: codeDigest,
        territory: territoryOfCode(codeDigest),
        draft_id: draft,
        head_birth_date: birthDateIn(answers, renews),
      },
    );
    context.journal({ subject: `draft:${draft}`, territory, after: digestOf(answers as Json) });
    return { draft };
  },
});

/** A family whose answers are known may take its draft up again from the start. */
function birthDateIn({ members: [head] }: Answers, renews: unknown): string | null {
  return renews && typeof head?.birth_date === 'string' ? head.birth_date : null;
}
