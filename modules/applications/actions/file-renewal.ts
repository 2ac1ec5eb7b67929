import { type Declaration, parseDeclaration } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import type { Tx } from '#platform/database';
import { type Refusal, refuse } from '#platform/refusals';
import { adultCards } from '../model/adult-cards.ts';
import { type Answers, answersOf, toDeclaration } from '../model/form/index.ts';
import { findApplication } from '../store/applications.ts';
import { findContact } from '../store/contacts.ts';
import { findDraftForUpdate, hasOpenRequest } from '../store/drafts.ts';
import { lockFiling } from '../store/intake.ts';
import { brokenAnswers } from './counter-entry.ts';
import { type Filed, fileDraft } from './file-draft.ts';
import { fileOne } from './file-one.ts';

/** What calls itself the sender of a request that repeats what a family declared last. */
const SENDER = 'RENEWAL';

type Renewal = {
  /** The request as whoever asks calls it. */
  readonly id: string;
  /** The family's number: a draft that was opened for another, or for none, is not its own. */
  readonly registration: string;
  /** Every request that the family's registration rests or rested on: they do not stand in its way. */
  readonly earlier: readonly string[];
  /** The request that says how the family may be reached. */
  readonly previous: string;
  /** What the family states, where nothing else was written: as it declared last, with what was accepted since. */
  readonly stated: unknown;
  /** The draft in which the family wrote what has changed. */
  readonly draft?: string | undefined;
};
export type RenewalRefusal = 'open-request' | 'broken-answers' | 'not-restated' | 'draft-not-found';

/**
 * Files the request of a family that asks for its rights again, part of the deed that may let it: what it declared last, or what it wrote in a draft,
 * by the rules of every request. Refused when an adult of it stands in another open request, or what stands of it is no declaration any more.
 */
export async function fileRenewal(context: DeedContext, renewal: Renewal): Promise<Filed | Refusal<RenewalRefusal>> {
  await lockFiling(context.tx);
  return renewal.draft === undefined ? fileStated(context, renewal) : fileWritten(context, { ...renewal, draft: renewal.draft });
}

async function fileStated(context: DeedContext, { id, earlier, previous, stated }: Renewal) {
  const parsed = parseDeclaration(stated);
  if (!parsed.ok) return refuse('not-restated', { place: parsed.issues[0]?.path ?? '' });
  const declaration = parsed.declaration;
  if (await hasOpenRequest(context.tx, cardsOf(declaration), earlier)) return standsElsewhere();
  const contact = await findContact(context.tx, previous);
  const { language = 'ar', phone = null, email = null, address = null, wants_notices = false } = contact ?? {};
  const filed = await fileOne(context, {
    ...{ id, kind: 'renewal', sender: SENDER, reference: id, declaration },
    contact: { language, phone, email, address, wants_notices },
  });
  if ('refused' in filed) throw new Error(`request ${id} is there already`);
  context.emit('applications.submitted', { applications: [filed.application] });
  return { application: filed.application, number: filed.number, territory: filed.territory };
}

async function fileWritten(context: DeedContext, { registration, earlier, draft: id }: Renewal & { readonly draft: string }) {
  const draft = await findDraftForUpdate(context.tx, id);
  if (!draft || draft.application_id !== null || draft.renews !== registration)
    return refuse('draft-not-found', { place: 'draft' });
  const made = toDeclaration({ answers: draft.answers, today: context.today }, true);
  if ('problems' in made) return brokenAnswers(made.problems);
  const filed = await fileDraft(context, draft, { declaration: made.declaration, kind: 'renewal', apart: earlier });
  if (!('refused' in filed)) context.emit('applications.submitted', { applications: [filed.application] });
  return filed;
}

function standsElsewhere(): Refusal<'open-request'> {
  return refuse('open-request', { facts: { known: 'family', number: '' } });
}

function cardsOf({ members }: Declaration): string[] {
  return adultCards(members).map(({ cnie }) => cnie);
}

/** What a request declares now. */
export async function findDeclared({ tx }: Pick<DeedContext, 'tx'>, request: string): Promise<Declaration | undefined> {
  return (await findApplication(tx, request))?.declaration;
}

/** The answers of the form by which a family would state this, with how it may be reached; undefined when it is no declaration. */
export async function answersStated(tx: Tx, stated: unknown, request: string): Promise<Answers | undefined> {
  const parsed = parseDeclaration(stated);
  if (!parsed.ok) return undefined;
  const { phone, email, wants_notices } = (await findContact(tx, request)) ?? {};
  return answersOf(parsed.declaration, {
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(wants_notices === undefined ? {} : { wants_notices }),
  });
}
