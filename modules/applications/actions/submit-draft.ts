import { z } from 'zod';
import { handOver } from '#modules/documents';
import type { Declaration } from '#modules/eligibility';
import { type DeedContext, defineAction } from '#platform/actions';
import { type Refusal, refuse } from '#platform/refusals';
import { adultCards } from '../model/adult-cards.ts';
import { noAnswers, type Tree, toDeclaration, valueAt } from '../model/form/index.ts';
import { deleteCode, findDraftForUpdate, hasOpenRequest, updateDraft } from '../store/drafts.ts';
import { lockFiling } from '../store/intake.ts';
import type { DraftRow } from '../store/tables.ts';
import { fileOne } from './file-one.ts';

/** What the portal calls itself among the senders of requests. */
const SENDER = 'PORTAL';

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
    const filed = await file(context, draft, made.declaration);
    if ('refused' in filed) return filed;
    context.emit('applications.submitted', { applications: [filed.application] });
    return filed;
  },
});

type Filed = { readonly application: string; readonly number: string; readonly territory: string };

async function file(context: DeedContext, draft: DraftRow, declaration: Declaration): Promise<Filed | Refusal<'open-request'>> {
  await lockFiling(context.tx);
  const cards = adultCards(declaration.members).map(({ cnie }) => cnie);
  if (await hasOpenRequest(context.tx, cards)) return refuse('open-request', { facts: { known: 'family', number: '' } });
  const filed = await fileOne(context, { sender: SENDER, reference: draft.id, declaration, contact: contactIn(draft) });
  if ('refused' in filed) throw new Error('an identifier made here is new');
  await updateDraft(context.tx, draft.id, {
    answers: noAnswers,
    answered: [],
    last_step: null,
    saved_at: context.now.toString(),
    application_id: filed.application,
    number: filed.number,
    commune: filed.territory,
  });
  await deleteCode(context.tx, draft.code_digest);
  await handOver(context, { from: `draft:${draft.id}`, to: `application:${filed.application}`, territory: filed.territory });
  return { application: filed.application, number: filed.number, territory: filed.territory };
}

function contactIn(draft: DraftRow) {
  const text = (key: string) => {
    const value = valueAt(draft.answers as Tree, `contact.${key}`);
    return typeof value === 'string' ? value : null;
  };
  return {
    language: draft.language,
    phone: text('phone'),
    email: text('email'),
    address: text('address'),
    wants_notices: valueAt(draft.answers, 'contact.wants_notices') === true,
  };
}
