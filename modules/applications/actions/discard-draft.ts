import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { deleteDraft, findDraftForUpdate } from '../store/drafts.ts';

/** Destroys a draft at the family's wish: answers, code and all. A submitted request is no draft any more and stays. */
export const discardDraft = defineAction({
  name: 'applications.discard-draft',
  summary: 'Destroy a draft',
  permission: 'citizen:apply',
  input: z.object({ draft: z.uuid() }),
  output: z.object({ draft: z.string() }),
  refusals: ['draft-not-found', 'draft-submitted'],
  internal: true,
  async run(context, { draft: id }) {
    const draft = await findDraftForUpdate(context.tx, id);
    if (!draft) return refuse('draft-not-found', { place: 'draft' });
    if (draft.application_id !== null) return refuse('draft-submitted', { place: 'draft' });
    await deleteDraft(context.tx, draft);
    context.journal({
      subject: `draft:${id}`,
      territory: draft.territory,
      before: digestOf(draft.answers as Json),
      after: digestOf({ draft: id, state: 'closed' }),
    });
    context.emit('applications.drafts-discarded', { drafts: [id] });
    return { draft: id };
  },
});
