import { z } from 'zod';
import { handOver } from '#modules/documents';
import type { Declaration } from '#modules/eligibility';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import { adultCards } from '../model/adult-cards.ts';
import { applicationNumber } from '../model/application-number.ts';
import { noAnswers, type Tree, toDeclaration, valueAt } from '../model/form/index.ts';
import { keepContact } from '../store/contacts.ts';
import { deleteCode, findDraftForUpdate, hasOpenRequest, updateDraft } from '../store/drafts.ts';
import { insertApplications, lockFiling, takeSequence } from '../store/intake.ts';
import type { DraftRow } from '../store/tables.ts';
import { toFiledRow } from './filed-row.ts';

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
  const { tx } = context;
  await lockFiling(tx);
  const cards = adultCards(declaration.members).map(({ cnie }) => cnie);
  if (await hasOpenRequest(tx, cards)) return refuse('open-request');
  const [sequence = 0] = await takeSequence(tx, 1);
  const number = applicationNumber(context.today.year, sequence);
  const digest = digestOf(declaration as Json);
  const row = toFiledRow(context, { number, sender: SENDER, reference: draft.id, batch: null, declaration, digest });
  await insertApplications(tx, [row], context.actor.id);
  await keepContact(tx, contactIn(context, draft, row));
  await updateDraft(tx, draft.id, {
    answers: noAnswers,
    answered: [],
    last_step: null,
    saved_at: context.now.toString(),
    application_id: row.id,
    number,
    commune: row.territory,
  });
  await deleteCode(tx, draft.code_digest);
  await handOver(context, { from: `draft:${draft.id}`, to: `application:${row.id}`, territory: row.territory });
  context.journal({ subject: `application:${row.id}`, territory: row.territory, after: digest });
  return { application: row.id, number, territory: row.territory };
}

function contactIn({ now }: DeedContext, draft: DraftRow, { id, territory }: { id: string; territory: string }) {
  const text = (key: string) => {
    const value = valueAt(draft.answers as Tree, `contact.${key}`);
    return typeof value === 'string' ? value : null;
  };
  return {
    application_id: id,
    territory,
    language: draft.language,
    phone: text('phone'),
    email: text('email'),
    address: text('address'),
    wants_notices: valueAt(draft.answers, 'contact.wants_notices') === true,
    changed_at: now.toString(),
  };
}
