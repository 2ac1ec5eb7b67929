import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { refuse } from '#platform/refusals';
import { toDeclaration } from '../model/form/index.ts';
import { findDraftForUpdate } from '../store/drafts.ts';
import { fileDraft } from './file-draft.ts';

/**
 * Submits a draft: its answers become a filed request of their commune, by the rules that hold for every request, and the counter there may
 * accept its papers; those that were sent go onto the file. The draft keeps nothing but the number. Refused, with nothing filed, when an answer is missing or breaks a rule, or
 * when a head or a spouse stands in an open request already. Twice is once.
 */
export const submitDraft = defineAction({
  name: 'applications.submit-draft',
  summary: 'Submit a draft as a request',
  permission: 'citizen:apply',
  input: z.object({ draft: z.uuid(), declaredOnHonour: z.literal(true) }),
  output: z.object({ application: z.string(), number: z.string(), territory: z.string() }),
  refusals: ['draft-not-found', 'draft-not-whole', 'open-request'],
  internal: true,
  async run(context, { draft: id }) {
    const draft = await findDraftForUpdate(context.tx, id);
    if (!draft) return refuse('draft-not-found', { place: 'draft' });
    const { application_id: application, number, commune } = draft;
    if (application !== null && number !== null && commune !== null) return { application, number, territory: commune };
    const made = toDeclaration({ answers: draft.answers, today: context.today }, true);
    if ('problems' in made) return refuse('draft-not-whole', { place: made.problems[0]?.page ?? '' });
    const filed = await fileDraft(context, draft, { declaration: made.declaration });
    if ('refused' in filed) return filed;
    context.emit('applications.submitted', { applications: [filed.application] });
    return filed;
  },
});
