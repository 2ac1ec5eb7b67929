import { handOver } from '#modules/documents';
import type { Declaration } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { type Refusal, refuse } from '#platform/refusals';
import { adultCards } from '../model/adult-cards.ts';
import { noAnswers, type Tree, valueAt } from '../model/form/index.ts';
import { deleteCode, hasOpenRequest, updateDraft } from '../store/drafts.ts';
import { lockFiling } from '../store/intake.ts';
import type { DraftRow } from '../store/tables.ts';
import { fileOne } from './file-one.ts';

/** What the portal calls itself among the senders of requests. */
const SENDER = 'PORTAL';

export type Filed = { readonly application: string; readonly number: string; readonly territory: string };
type FilingOfDraft = {
  readonly declaration: Declaration;
  readonly kind?: 'new' | 'renewal';
  /** The family's own earlier requests, which do not stand in its way. */
  readonly apart?: readonly string[];
};

/** Files what a draft declares, part of the deed that submits it: its papers go onto the file, the draft keeps nothing but the number. */
export async function fileDraft(
  context: DeedContext,
  draft: DraftRow,
  { declaration, kind = 'new', apart = [] }: FilingOfDraft,
): Promise<Filed | Refusal<'open-request'>> {
  await lockFiling(context.tx);
  const cards = adultCards(declaration.members).map(({ cnie }) => cnie);
  if (await hasOpenRequest(context.tx, cards, apart)) return refuse('open-request', { facts: { known: 'family', number: '' } });
  const filed = await fileOne(context, {
    ...{ kind, sender: SENDER, reference: draft.id, declaration, contact: contactIn(draft) },
  });
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
