import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appealDecisionPdf, decisionPdf, dossierPdf, putOffPdf, receiptPdf } from '#design/documents/index.ts';
import { dossierCode, fileByCard, followedFile } from '#modules/applications';
import { today } from '#platform/clock';
import type { Language } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import { normaliseTyped } from '#platform/numbers';
import { publicActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import { dossierSecret } from '../../keys.ts';
import { renderFollow } from '../pages/follow.tsx';
import type { FollowView } from '../pages/follow.view.ts';
import { type FindView, renderFollowFind } from '../pages/follow-find.tsx';
import { renderScore } from '../pages/score.tsx';
import { renderScoreMissing } from '../pages/score-missing.tsx';
import { paths, placeOf } from '../place.ts';
import { toAppealLetter } from '../views/appeal-letter.ts';
import { answersCodes } from '../views/apply/answers-codes.ts';
import { toDossierDocument } from '../views/apply/dossier-document.ts';
import { toDecisionLetter } from '../views/decision-letter.ts';
import type { Dossier } from '../views/dossier.ts';
import { toFollowView, toStepsView } from '../views/follow-view.ts';
import { findHelpline } from '../views/guide/content.ts';
import { toPutOffLetter } from '../views/put-off-letter.ts';
import { toReceipt } from '../views/receipt.ts';
import { askedAgain, withoutAsking } from '../views/right-standing.ts';
import { toScoreMissing, toScoreView } from '../views/score-view.ts';
import { goTo, isFromElsewhere, sendPage } from './answers.ts';
import { deedsOn } from './counter-deeds.ts';
import { type Pair, readFindForm } from './find-form.ts';
import type { RoutesInLanguage } from './portal.ts';
import { readCoverLink } from './read-cover.ts';
import { readDossier, readFiled, readProof } from './read-dossier.ts';
import { readNewerLink, readRenewals } from './read-newer.ts';
import { readRightsAsked } from './read-rights-asked.ts';
import { type Asking, type FoundFile, fileOfAgent, type OfFile, provenFile } from './who-may-read-file.ts';

/** P15 to P17: find one's request by two answers, then see where it is, how it was assessed, and print its receipt or the whole dossier. */
export const followRoutes: RoutesInLanguage = (app, portal, language) => {
  const { house } = portal;
  const helpline = findHelpline();
  const help = helpline === undefined ? {} : { helpline };
  app.get('/follow', async (_request, reply) => askForPair(reply, language, {}));
  app.post('/follow', { bodyLimit: 16_384 }, (request, reply) => find({ portal, language, request, reply }));

  app.get(paths.steps, async (request, reply) => showSteps({ portal, language, request, reply }));
  app.get<OfFile>('/follow/:number', (request, reply) =>
    withDossier({ portal, language, request, reply }, async (dossier, file) => {
      const { number } = dossier;
      const deeds = await deedsOn(portal, request, dossier);
      const rightsAsked = await readRightsAsked(house, file);
      const cover = await readCoverLink(house, file);
      const standing = { ...toFollowView(language, dossier, today(house.clock)), ...(await readNewerLink(house, file, dossier)) };
      const view = {
        ...(standing.newer?.isUnderWay ? toldOfNewer(standing) : standing),
        ...cover,
        ...(deeds ? { deeds } : {}),
        rightsAsked,
      };
      const page = renderFollow(placeOf(language, paths.request(number)), view);
      return sendPage(reply, page, { personal: true });
    }),
  );
  app.get<OfFile>('/follow/:number/newer', (request, reply) => goToNewer({ portal, language, request, reply }));
  app.get<OfFile>('/follow/:number/score', (request, reply) =>
    withDossier({ portal, language, request, reply }, (dossier) => {
      const view = toScoreView(language, dossier, today(house.clock));
      const place = placeOf(language, paths.score(dossier.number));
      const page = view
        ? renderScore(place, { ...view, ...help })
        : renderScoreMissing(place, { ...toScoreMissing(dossier), ...help });
      return sendPage(reply, page, { personal: true });
    }),
  );
  printRoutes(app, portal, language);
};

/** Its newer request is under way: nothing on the page says that it may ask. */
function toldOfNewer(view: FollowView): FollowView {
  return { ...view, next: withoutAsking(view.next), ...(view.right ? { right: askedAgain(view.right) } : {}) };
}

/**
 * From an earlier request of a family to its newest. What was proven of the one opens the other where it is of the same head; a family that another
 * member heads by now is asked for that birth date.
 */
function goToNewer(asking: Asking & { readonly request: FastifyRequest<OfFile> }): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  return withDossier(asking, async (dossier, file) => {
    const { newer } = await readRenewals(portal.house, file);
    if (!newer) return goTo(reply, `/${language}${paths.request(dossier.number)}`);
    const { application, number, territory } = newer;
    const [before, [now]] = [
      dossier.members[0],
      (await readDossier(portal.house, { id: application, territory }))?.members ?? [],
    ];
    const isSameHead = before?.birth_date === now?.birth_date && before?.cnie === now?.cnie;
    if (isSameHead && provenFile(portal, request, dossier.number))
      portal.proofs.keep(request, reply, { application, number, territory });
    return goTo(reply, `/${language}${paths.request(number)}`);
  });
}

/** What is printed of a file, for its family and for the counter. */
const printRoutes: RoutesInLanguage = (app, portal, language) => {
  const { house } = portal;
  app.get<OfFile>('/follow/:number/receipt.pdf', (request, reply) =>
    withDossier({ portal, language, request, reply }, async (dossier) =>
      sendPdf(reply, `ramed-${dossier.number}`, await receiptPdf(toReceipt(dossier, house.signingKey))),
    ),
  );
  app.get<OfFile>('/follow/:number/decision.pdf', (request, reply) =>
    withDossier({ portal, language, request, reply }, async (dossier, { id }) => {
      const pdf = isReformed(dossier)
        ? await printAppealLetter(house, language, { dossier, id })
        : await printLetter(house, language, { dossier, id });
      if (!pdf) return goTo(reply, `/${language}${paths.score(dossier.number)}`);
      return sendPdf(reply, `ramed-decision-${dossier.number}`, pdf);
    }),
  );
  app.get<OfFile>('/follow/:number/appeal.pdf', (request, reply) =>
    withDossier({ portal, language, request, reply }, async (dossier, { id }) => {
      const pdf = await printAppealLetter(house, language, { dossier, id });
      if (!pdf) return goTo(reply, `/${language}${paths.appeal(dossier.number)}`);
      return sendPdf(reply, `ramed-appeal-${dossier.number}`, pdf);
    }),
  );
  app.get<OfFile>('/follow/:number/dossier.pdf', (request, reply) =>
    withDossier({ portal, language, request, reply }, async (dossier, file) => {
      const code = dossierCode(dossier.number, dossierSecret(house.signingKey));
      const filed = await readFiled(house, file);
      const answers = answersCodes({ number: dossier.number, language, filed }, house.signingKey);
      const document = toDossierDocument(language, { dossier, filed, code, answers });
      return sendPdf(reply, `ramed-dossier-${dossier.number}`, await dossierPdf(document));
    }),
  );
};

type OfDossier = { readonly dossier: Dossier; readonly id: string };

async function printLetter(house: House, language: Language, { dossier, id }: OfDossier): Promise<Uint8Array | undefined> {
  const facts = { minutes: await readProof(house, id), helpline: findHelpline() };
  const putOff = toPutOffLetter(language, dossier, facts);
  if (putOff) return putOffPdf(putOff);
  const letter = toDecisionLetter(language, dossier, facts);
  return letter && decisionPdf(letter);
}

/** The answer to an appeal: of a decision that it changed, the letter of the decision that stands. */
async function printAppealLetter(house: House, language: Language, { dossier, id }: OfDossier): Promise<Uint8Array | undefined> {
  const minutes = dossier.appeal?.answer && (await readProof(house, id, dossier.appeal.answer.sitting));
  const letter = minutes && toAppealLetter(language, dossier, { minutes, helpline: findHelpline() });
  return letter && appealDecisionPdf(letter);
}

function isReformed({ decision }: Dossier): boolean {
  return decision?.reasonCode === 'reformed-on-appeal';
}

export function sendPdf(reply: FastifyReply, name: string, pdf: Uint8Array): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .type('application/pdf')
    .send(Buffer.from(pdf));
}

function askForPair(reply: FastifyReply, language: Language, view: FindView, status = 200): FastifyReply {
  return sendPage(reply, renderFollowFind(placeOf(language, paths.follow), view), { status, personal: true });
}

/** A wrong pair gets one answer, as late as any other wrong pair, whichever half is wrong and whether there is such a file or person. */
async function find({ portal, language, request, reply }: Asking): Promise<FastifyReply> {
  const { house } = portal;
  if (isFromElsewhere(request)) return askForPair(reply, language, {}, 403);
  const form = readFindForm(request.body, today(house.clock));
  const { typed } = form;
  if (await portal.hasTriedTooOften.follow(request))
    return askForPair(reply, language, { typed, errors: ['too-many-attempts'] }, 429);
  if ('errors' in form) return askForPair(reply, language, form, 422);
  const answered = nextBeat();
  const path = await prove({ portal, language, request, reply }, form.pair);
  if (path !== undefined) return goTo(reply, `/${language}${path}`);
  await answered();
  return askForPair(reply, language, { typed, errors: ['not-found'] }, 422);
}

/** Keeps the proof of a right pair and gives the page it opens; undefined for a wrong one. */
async function prove(
  { portal: { house, proofs, stepsProofs }, request, reply }: Asking,
  pair: Pair,
): Promise<string | undefined> {
  const by = { actor: publicActor };
  if ('cnie' in pair) {
    const { file } = expectDone(await house.desk.ask(fileByCard, pair, by), 'portal.follow');
    if (file) stepsProofs.keep(request, reply, { application: file.id, territory: file.territory });
    return file && paths.steps;
  }
  const { file } = expectDone(await house.desk.ask(followedFile, pair, by), 'portal.follow');
  if (file) proofs.keep(request, reply, { application: file.id, number: file.number, territory: file.territory });
  return file && paths.request(file.number);
}

/** Wrong pairs are answered on a beat, so that how long a look-up took, a hair more where there was something to compare, tells nothing. */
const BEAT_MS = 250;

function nextBeat(): () => Promise<void> {
  const startedAt = performance.now();
  return () => wait(BEAT_MS - ((performance.now() - startedAt) % BEAT_MS));
}

/** What a national card opens: the steps of its file, at an address that does not tell its number. */
async function showSteps({ portal, language, request, reply }: Asking): Promise<FastifyReply> {
  const proof = portal.stepsProofs.find(request);
  const dossier = proof && (await readDossier(portal.house, { id: proof.application, territory: proof.territory }));
  if (!dossier) return askForPair(reply, language, {});
  const view = toStepsView(language, dossier, today(portal.house.clock));
  return sendPage(reply, renderFollow(placeOf(language, paths.steps), view), { personal: true });
}

/** Shows a file to whoever has proven a right to it; anyone else is asked for the two answers, whether or not there is such a file. */
export async function withDossier(
  asking: Asking & { readonly request: FastifyRequest<OfFile> },
  show: (dossier: Dossier, file: FoundFile) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const number = normaliseTyped(request.params.number);
  const file = provenFile(portal, request, number) ?? (await fileOfAgent(portal, request, number));
  const dossier = file && (await readDossier(portal.house, file));
  if (file && dossier) return show(dossier, file);
  const typed = { number: request.params.number.slice(0, 40), birth: { day: '', month: '', year: '' } };
  return askForPair(reply, language, { typed });
}
