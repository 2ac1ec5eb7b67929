import type { FastifyReply, FastifyRequest } from 'fastify';
import { receiptPdf } from '#design/documents/index.ts';
import { fileNumbered, followedFile } from '#modules/applications';
import { today } from '#platform/clock';
import type { Language } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import { normaliseTyped } from '#platform/numbers';
import { publicActor } from '#platform/permissions';
import { findSession } from '../../server/identity.ts';
import { renderFollow } from '../pages/follow.tsx';
import { type FindView, renderFollowFind } from '../pages/follow-find.tsx';
import { renderNotFound } from '../pages/not-found.tsx';
import { renderScore } from '../pages/score.tsx';
import { paths, placeOf } from '../place.ts';
import type { Dossier } from '../views/dossier.ts';
import { toFollowView } from '../views/follow-view.ts';
import { toReceipt } from '../views/receipt.ts';
import { toScoreView } from '../views/score-view.ts';
import { goTo, isFromElsewhere, sendPage } from './answers.ts';
import { readFindForm } from './find-form.ts';
import type { Portal, RoutesInLanguage } from './portal.ts';
import { readDossier } from './read-dossier.ts';

/** P15 to P17: find one's request by two answers, then see where it is, how it was assessed, and take its receipt. */
export const followRoutes: RoutesInLanguage = (app, portal, language) => {
  const { house } = portal;
  app.get('/follow', async (_request, reply) => askForPair(reply, language, {}));
  app.post('/follow', { bodyLimit: 16_384 }, (request, reply) => find({ portal, language, request, reply }));

  app.get<OfFile>('/follow/:number', (request, reply) =>
    withDossier({ portal, language, request, reply }, (dossier) => {
      const { number } = dossier;
      const page = renderFollow(placeOf(language, paths.request(number)), toFollowView(language, dossier, today(house.clock)));
      return sendPage(reply, page, { personal: true });
    }),
  );
  app.get<OfFile>('/follow/:number/score', (request, reply) =>
    withDossier({ portal, language, request, reply }, (dossier) => {
      const view = toScoreView(language, dossier);
      if (!view) return sendPage(reply, renderNotFound(placeOf(language, '')), { status: 404, personal: true });
      return sendPage(reply, renderScore(placeOf(language, paths.score(dossier.number)), view), { personal: true });
    }),
  );
  app.get<OfFile>('/follow/:number/receipt.pdf', (request, reply) =>
    withDossier({ portal, language, request, reply }, async (dossier) =>
      reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `inline; filename="ramed-${dossier.number}.pdf"`)
        .type('application/pdf')
        .send(Buffer.from(await receiptPdf(toReceipt(dossier, house.signingKey)))),
    ),
  );
};

type OfFile = { Params: { number: string } };
type Asking = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

function askForPair(reply: FastifyReply, language: Language, view: FindView, status = 200): FastifyReply {
  return sendPage(reply, renderFollowFind(placeOf(language, paths.follow), view), { status, personal: true });
}

/** A wrong pair costs the same question as a right one and gets one answer, whichever half is wrong and whether the file exists. */
async function find({ portal, language, request, reply }: Asking): Promise<FastifyReply> {
  const { house, proofs } = portal;
  if (isFromElsewhere(request)) return askForPair(reply, language, {}, 403);
  const form = readFindForm(request.body, today(house.clock));
  const { typed } = form;
  if (await portal.hasTriedTooOften.follow(request))
    return askForPair(reply, language, { typed, errors: ['too-many-attempts'] }, 429);
  if ('errors' in form) return askForPair(reply, language, form, 422);
  const { file } = expectDone(await house.desk.ask(followedFile, form.pair, { actor: publicActor }), 'portal.follow');
  if (!file) return askForPair(reply, language, { typed, errors: ['not-found'] }, 422);
  const { id, number, territory } = file;
  proofs.keep(request, reply, { application: id, number, territory });
  return goTo(reply, `/${language}${paths.request(number)}`);
}

/** Shows a file to whoever has proven a right to it; anyone else is asked for the two answers, whether or not there is such a file. */
async function withDossier(
  asking: Asking & { readonly request: FastifyRequest<OfFile> },
  show: (dossier: Dossier) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const number = normaliseTyped(request.params.number);
  const file = provenFile(portal, request, number) ?? (await fileOfAgent(portal, request, number));
  const dossier = file && (await readDossier(portal.house, file));
  if (dossier) return show(dossier);
  const typed = { number: request.params.number.slice(0, 40), birth: { day: '', month: '', year: '' } };
  return askForPair(reply, language, { typed });
}

type FoundFile = { readonly id: string; readonly territory: string };

function provenFile({ proofs }: Portal, request: FastifyRequest, number: string): FoundFile | undefined {
  const proof = proofs.find(request);
  return proof?.number === number ? { id: proof.application, territory: proof.territory } : undefined;
}

/** An agent sees the page that a family of the jurisdiction sees, to answer it over the counter. */
async function fileOfAgent({ house }: Portal, request: FastifyRequest, number: string): Promise<FoundFile | undefined> {
  const session = await findSession(house, request);
  if (!session) return undefined;
  const outcome = await house.desk.ask(fileNumbered, { number: number.slice(0, 40) }, { actor: session.actor });
  return outcome.ok ? outcome.output.file : undefined;
}
