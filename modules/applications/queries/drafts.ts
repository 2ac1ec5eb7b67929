import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { languageCodes } from '#platform/i18n';
import { Answers } from '../model/form/index.ts';
import { findDraft } from '../store/drafts.ts';

const Submitted = z.object({ application: z.string(), number: z.string(), territory: z.string() });

/** A draft as whoever holds it sees it; nothing when it is gone, or is somebody else's. Once submitted, only what became of it. */
export const oneDraft = defineQuery({
  name: 'applications.one-draft',
  summary: 'A draft, for the family that holds it',
  permission: 'citizen:apply',
  internal: true,
  input: z.object({ draft: z.uuid() }),
  output: z.object({
    draft: z
      .object({
        id: z.string(),
        language: z.enum(languageCodes),
        answers: Answers,
        answered: z.array(z.string()),
        lastStep: z.string().nullable(),
        savedAt: z.string(),
        /** The registration of the family that asks for its rights again. */
        renews: z.string().optional(),
        submitted: Submitted.optional(),
      })
      .optional(),
  }),
  async run({ tx }, { draft: id }) {
    const draft = await findDraft(tx, id);
    if (!draft) return {};
    const { language, answers, answered, application_id: application, number, commune } = draft;
    const submitted = application !== null && number !== null && commune !== null && { application, number, territory: commune };
    return {
      draft: {
        id,
        language,
        answers: { ...answers, members: [...answers.members] },
        answered,
        lastStep: draft.last_step,
        savedAt: draft.saved_at,
        ...(draft.renews === null ? {} : { renews: draft.renews }),
        ...(submitted ? { submitted } : {}),
      },
    };
  },
});
