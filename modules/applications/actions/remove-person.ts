import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { withoutPerson } from '../model/form/index.ts';
import { findDraftForUpdate, updateDraft } from '../store/drafts.ts';

/** Removes a person from the draft of a family, with all that was said of them. The head cannot be removed. */
export const removePerson = defineAction({
  name: 'applications.remove-person',
  summary: 'Remove a person from a draft',
  permission: 'citizen:apply',
  input: z.object({ draft: z.uuid(), ref: z.int().min(2) }),
  output: z.object({ persons: z.int() }),
  refusals: ['draft-not-found', 'draft-submitted', 'person-not-found'],
  internal: true,
  async run(context, { draft: id, ref }) {
    const draft = await findDraftForUpdate(context.tx, id);
    if (!draft) return refuse('draft-not-found', { place: 'draft' });
    if (draft.application_id !== null) return refuse('draft-submitted', { place: 'draft' });
    if (ref > draft.answers.members.length) return refuse('person-not-found', { place: 'ref' });
    const left = withoutPerson(draft, ref);
    await updateDraft(context.tx, id, { answers: left.answers, answered: [...left.answered], saved_at: context.now.toString() });
    context.journal({
      subject: `draft:${id}`,
      territory: draft.territory,
      before: digestOf(draft.answers as Json),
      after: digestOf(left.answers as Json),
    });
    return { persons: left.answers.members.length };
  },
});
