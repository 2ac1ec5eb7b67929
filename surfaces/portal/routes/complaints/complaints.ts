import type { FastifyReply, FastifyRequest } from 'fastify';
import { looksLikeApplicationNumber } from '#modules/applications';
import { complaintNumbered, followedComplaint, type WholeComplaint } from '#modules/complaints';
import { today } from '#platform/clock';
import type { Language } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import { normaliseTyped } from '#platform/numbers';
import { type Actor, publicActor, scopeOf } from '#platform/permissions';
import { findSession } from '../../../server/identity.ts';
import { renderComplaint } from '../../pages/complaints/complaint.tsx';
import { type FindComplaintView, renderFindComplaint } from '../../pages/complaints/find.tsx';
import { renderComplaintSubjects } from '../../pages/complaints/subjects.tsx';
import { paths, placeOf } from '../../place.ts';
import { toComplaintView } from '../../views/complaints.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import type { Portal, RoutesInLanguage } from '../portal.ts';
import { askToTell, receive } from './tell.ts';

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
  const view = toComplaintView(language, complaint, today(portal.house.clock), code);
  return sendPage(reply, renderComplaint(placeOf(language, paths.oneComplaint(number)), view), { personal: true });
}

/** The complaint that this browser was given the code of, or one about the request it has shown a right to. */
export async function complaintOfAuthor(
  portal: Portal,
  request: FastifyRequest,
  number: string,
): Promise<WholeComplaint | undefined> {
  const pass = portal.complaintPasses.find(request);
  if (pass?.number === number) return read(portal, number, readerAt(pass.territory));
  return ofProvenRequest(portal, request, number);
}

/** Reads the complaints of one place and changes nothing. */
function readerAt(territory: string): Actor {
  return { id: 'public', permissions: new Set(['complaints:read']), scopes: [scopeOf(territory)] };
}

async function read(portal: Portal, number: string, actor: Actor): Promise<WholeComplaint | undefined> {
  const outcome = await portal.house.desk.ask(complaintNumbered, { number }, { actor });
  return outcome.ok ? outcome.output.complaint : undefined;
}

/** Who has shown a right to a request reads the complaints about it, and about no other. */
async function ofProvenRequest(portal: Portal, request: FastifyRequest, number: string): Promise<WholeComplaint | undefined> {
  const proof = portal.proofs.find(request);
  const found = proof && (await read(portal, number, readerAt(proof.territory)));
  return found?.application_id === proof?.application ? found : undefined;
}

export async function ofAgent(portal: Portal, request: FastifyRequest, number: string): Promise<WholeComplaint | undefined> {
  const session = await findSession(portal.house, request);
  return session && read(portal, number, session.actor);
}
