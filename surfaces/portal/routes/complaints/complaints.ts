import type { FastifyReply, FastifyRequest } from 'fastify';
import { looksLikeApplicationNumber } from '#modules/applications';
import { followedComplaint } from '#modules/complaints';
import { today } from '#platform/clock';
import type { Language } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import { normaliseTyped } from '#platform/numbers';
import { publicActor } from '#platform/permissions';
import { renderComplaint } from '../../pages/complaints/complaint.tsx';
import { type FindComplaintView, renderFindComplaint } from '../../pages/complaints/find.tsx';
import { renderComplaintSubjects } from '../../pages/complaints/subjects.tsx';
import { paths, placeOf } from '../../place.ts';
import { toComplaintView } from '../../views/complaints.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import type { Portal, RoutesInLanguage } from '../portal.ts';
import { answerFormFor } from './answering.ts';
import { askToTell, receive } from './tell.ts';
import { complaintOfAuthor, ofAgent } from './who-may-read.ts';

/** P19: what the complaint is about, what happened, its number; and the page on which it is followed. */
export const complaintRoutes: RoutesInLanguage = (app, portal, language) => {
  app.get('/complaint', async (request, reply) => {
    const number = fieldOf(request.query, 'request');
    const proven = portal.proofs.find(request)?.number === number ? number : undefined;
    const page = renderComplaintSubjects(
      placeOf(language, paths.complaint(proven)),
      proven === undefined ? {} : { request: proven },
    );
    return sendPage(reply, page, { personal: proven !== undefined });
  });
  app.get('/complaint/tell', async (request, reply) => askToTell({ portal, language, request, reply }));
  app.post('/complaint/tell', { bodyLimit: 65_536 }, (request, reply) => receive({ portal, language, request, reply }));
  app.get('/complaint/follow', async (_request, reply) => askForCode(reply, language, {}));
  app.post('/complaint/follow', { bodyLimit: 16_384 }, (request, reply) => find({ portal, language, request, reply }));
  app.get<OfComplaint>('/complaint/:number', (request, reply) => show({ portal, language, request, reply }));
};

type OfComplaint = { Params: { number: string } };
type Asking = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

function askForCode(reply: FastifyReply, language: Language, view: FindComplaintView, status = 200): FastifyReply {
  return sendPage(reply, renderFindComplaint(placeOf(language, paths.findComplaint), view), { status, personal: true });
}

/** A wrong pair costs the same question as a right one and gets one answer, whichever half is wrong. */
async function find({ portal, language, request, reply }: Asking): Promise<FastifyReply> {
  if (isFromElsewhere(request)) return askForCode(reply, language, {}, 403);
  const typed = { number: fieldOf(request.body, 'number').slice(0, 40), code: fieldOf(request.body, 'code').slice(0, 40) };
  const [number, code] = [normaliseTyped(typed.number), normaliseTyped(typed.code)];
  const errors = [
    number === '' ? ('number-missing' as const) : looksLikeApplicationNumber(number) ? undefined : ('number-wrong' as const),
    code === '' ? ('code-missing' as const) : undefined,
  ].filter((error) => error !== undefined);
  if (await portal.hasTriedTooOften.complaint(request))
    return askForCode(reply, language, { typed, errors: ['too-many-attempts'] }, 429);
  if (errors.length > 0) return askForCode(reply, language, { typed, errors }, 422);
  const pair = { number, codeSeal: portal.complaintCodes.sealOf(code) };
  const asked = await portal.house.desk.ask(followedComplaint, pair, { actor: publicActor });
  const { complaint } = expectDone(asked, 'portal.follow-complaint');
  if (!complaint) return askForCode(reply, language, { typed, errors: ['not-found'] }, 422);
  portal.complaintPasses.keep(request, reply, { number, territory: complaint.territory, code });
  return goTo(reply, `/${language}${paths.oneComplaint(number)}`);
}

async function show(asking: Asking & { readonly request: FastifyRequest<OfComplaint> }): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const number = normaliseTyped(request.params.number).slice(0, 40);
  const complaint = (await complaintOfAuthor(portal, request, number)) ?? (await ofAgent(portal, request, number));
  if (!complaint) return askForCode(reply, language, { typed: { number, code: '' } });
  const pass = portal.complaintPasses.find(request);
  const code = pass?.number === number ? pass.code : undefined;
  const answering = await answerFormFor(portal, request, complaint);
  const view = {
    ...toComplaintView(language, complaint, today(portal.house.clock), code),
    ...(answering ? { answering } : {}),
  };
  return sendPage(reply, renderComplaint(placeOf(language, paths.oneComplaint(number)), view), { personal: true });
}
