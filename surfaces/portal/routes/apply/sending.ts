import type { FastifyReply } from 'fastify';
import { form, submitDraft } from '#modules/applications';
import { askRenewal } from '#modules/entitlements';
import { renderCheck } from '../../pages/apply/check.tsx';
import { renderDeclare } from '../../pages/apply/declare.tsx';
import { renderDone } from '../../pages/apply/done.tsx';
import { paths, placeOf } from '../../place.ts';
import { toCheckView } from '../../views/apply/check-view.ts';
import { toDoneView } from '../../views/apply/done-view.ts';
import { toReceipt } from '../../views/receipt.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import { familyActor } from '../family-actor.ts';
import { readDossier } from '../read-dossier.ts';
import { type Asking, type Draft, draftOf, holderOf, readDraft, situationOf, withDraft } from './asking.ts';

/** P12 */
export function showCheck(asking: Asking, { hasOpenRequest = false, status = 200 } = {}): Promise<FastifyReply> {
  const { portal, language, reply } = asking;
  return withDraft(asking, (draft) => {
    const view = toCheckView(language, { situation: situationOf(portal, draft), answered: draft.answered });
    const page = renderCheck(placeOf(language, paths.apply.check), { ...view, hasOpenRequest });
    return sendPage(reply, page, { status, personal: true });
  });
}

/** P13; only for a form that is whole. */
export function showDeclare(asking: Asking, { isMissing = false, status = 200 } = {}): Promise<FastifyReply> {
  const { language, reply } = asking;
  return withDraft(asking, (draft) => {
    if (!isWhole(asking, draft)) return goTo(reply, `/${language}${paths.apply.check}`);
    const hasCoveredPerson = draft.answers.members.some(({ other_cover: cover }) => typeof cover === 'string');
    const page = renderDeclare(placeOf(language, paths.apply.declare), { isMissing, hasCoveredPerson });
    return sendPage(reply, page, { status, personal: true });
  });
}

function isWhole({ portal }: Asking, draft: Draft): boolean {
  const situation = situationOf(portal, draft);
  return form.progressOf(situation, draft.answered).next === undefined && 'declaration' in form.toDeclaration(situation, true);
}

/** Files the request. Sent twice, even at the same moment, it is one request with one number. */
export function declare(asking: Asking): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  return withDraft(asking, async (draft) => {
    if (isFromElsewhere(request) || !isWhole(asking, draft)) return goTo(reply, `/${language}${paths.apply.check}`);
    if (fieldOf(request.body, 'honour') !== 'yes') return showDeclare(asking, { isMissing: true, status: 422 });
    const outcome = await send(asking, draft);
    if (!outcome.ok) {
      return showCheck(asking, {
        hasOpenRequest: ['open-request', 'renewal-asked'].includes(outcome.refusal.refused),
        status: 422,
      });
    }
    portal.drafts.keep(request, reply, { draft: draft.id });
    return goTo(reply, `/${language}${paths.apply.done}`);
  });
}

/** A family that asks for its rights again sends its draft under its registration. */
function send({ portal }: Asking, draft: Draft) {
  const key = `${draft.id}:submit`;
  const { desk } = portal.house;
  if (draft.renews === undefined) {
    const actor = holderOf(portal, draft.id, String(draft.answers.commune));
    return desk.do(submitDraft, { draft: draft.id, declaredOnHonour: true }, { actor, key });
  }
  const input = { request: draft.id, registration: draft.renews, draft: draft.id, declaredOnHonour: true as const };
  return desk.do(askRenewal, input, { actor: familyActor(draft.id), key });
}

/** P14: shown again as long as the browser holds the draft; it opens the page where the request is followed, too. */
export async function showDone(asking: Asking): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const id = draftOf(portal, request);
  const submitted = id === undefined ? undefined : (await readDraft(portal, id))?.submitted;
  if (!submitted) return goTo(reply, `/${language}${paths.apply.start}`);
  const { application, number, territory } = submitted;
  const dossier = await readDossier(portal.house, { id: application, territory });
  if (!dossier) throw new Error('a request that was submitted is there');
  portal.proofs.keep(request, reply, { application, number, territory });
  const { credentialText } = toReceipt(dossier, portal.house.signingKey);
  const view = toDoneView(language, dossier, credentialText);
  return sendPage(reply, renderDone(placeOf(language, paths.apply.done), view), { personal: true });
}
