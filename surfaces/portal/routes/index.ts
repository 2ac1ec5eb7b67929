import { randomBytes } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy } from '#design/assets.ts';
import { describeError } from '#platform/errors';
import { languageCodes } from '#platform/i18n';
import type { House } from '../../house.ts';
import { compressed } from '../../server/compression.ts';
import { renderFailure } from '../pages/failure.tsx';
import { renderNotFound } from '../pages/not-found.tsx';
import { placeOf } from '../place.ts';
import { agentRoutes } from './agents.ts';
import { sendPage } from './answers.ts';
import { appealRoutes } from './appeals/appeals.ts';
import { openDrafts } from './apply/drafts.ts';
import { applyRoutes } from './apply/index.ts';
import { blankFormRoutes } from './blank-form.ts';
import { cardRoutes } from './card/card.ts';
import { answeringRoutes } from './complaints/answering.ts';
import { openComplaintCodes, openComplaintPasses } from './complaints/complaint-pass.ts';
import { complaintRoutes } from './complaints/complaints.ts';
import { counterRoutes } from './counter.ts';
import { counterDeedRoutes } from './counter-deeds.ts';
import { coverRoutes } from './cover.ts';
import { familyRoutes } from './family.ts';
import { followRoutes } from './follow.ts';
import { guideRoutes } from './guide.ts';
import { languageOf } from './language-wish.ts';
import { noticeRoutes } from './notices/notices.ts';
import { officeRoutes } from './offices.ts';
import { openPages, pagesAboveLanguages } from './open-pages.ts';
import { opinionRoutes } from './opinion.ts';
import { paperRoutes } from './papers/desks.ts';
import { paymentRoutes } from './payment.ts';
import type { Portal, RoutesInLanguage } from './portal.ts';
import { openProofs, openStepsProofs } from './proof.ts';
import { publishedFiles } from './published.ts';
import { renewRoutes } from './renew.ts';
import { trialRoutes } from './trial/index.ts';
import { openTrials } from './trial/kept.ts';
import { verifyRoutes } from './verify.ts';

/** What stands once in each language. */
const routesInEveryLanguage: readonly RoutesInLanguage[] = [
  openPages,
  followRoutes,
  complaintRoutes,
  answeringRoutes,
  appealRoutes,
  cardRoutes,
  noticeRoutes,
  familyRoutes,
  coverRoutes,
  renewRoutes,
  verifyRoutes,
  applyRoutes,
  trialRoutes,
  paperRoutes,
  paymentRoutes,
  guideRoutes,
  opinionRoutes,
  blankFormRoutes,
  officeRoutes,
  agentRoutes,
  counterRoutes,
  counterDeedRoutes,
];

/** The portal: pages for citizens and the agents' first page, in four languages, under a policy that lets no script run but our own. */
export function portalRoutes(app: FastifyInstance, house: House): void {
  app.setNotFoundHandler(async (request, reply) => answerNotFound(request, reply));
  app.register(async (pages) => {
    await pages.register(multipart, { throwFileSizeLimit: false });
    pages.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true };
    });
    pages.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', contentSecurityPolicy);
    });
    pages.addHook('onSend', compressed);
    pages.setErrorHandler(async (error, request, reply) => answerFailure(house, error, { request, reply }));
    pagesAboveLanguages(pages);
    publishedFiles(pages);
    const portal = openPortal(pages, house);
    for (const language of languageCodes) {
      pages.register(
        async (inLanguage) => {
          for (const routes of routesInEveryLanguage) routes(inLanguage, portal, language);
        },
        { prefix: `/${language}` },
      );
    }
  });
}

/** Guesses of one address in a minute, before it is asked to wait. No puzzle: whoever cannot solve one would be shut out (WCAG 3.3.8). */
const ATTEMPTS = 20;
/** Forms with papers of one address in a minute: a helper in a village sends those of several families. */
const PAPERS = 60;

function openPortal(app: FastifyInstance, house: House): Portal {
  const counter = (max = ATTEMPTS) => {
    const count = app.createRateLimit({ max, timeWindow: '1 minute' });
    return async (request: FastifyRequest) => {
      const { isAllowed, ...limit } = await count(request);
      return !isAllowed && 'isExceeded' in limit && limit.isExceeded;
    };
  };
  return {
    house,
    proofs: openProofs(house.signingKey, house.clock),
    stepsProofs: openStepsProofs(house.signingKey, house.clock),
    complaintPasses: openComplaintPasses(house.signingKey, house.clock),
    complaintCodes: openComplaintCodes(house.signingKey),
    trials: openTrials(house.signingKey, house.clock),
    drafts: openDrafts(house.signingKey, house.clock),
    hasTriedTooOften: {
      follow: counter(),
      verify: counter(),
      'sign-in': counter(),
      complain: counter(),
      complaint: counter(),
      'open-draft': counter(),
      resume: counter(),
      notices: counter(),
      papers: counter(PAPERS),
      opinion: counter(),
    },
  };
}

function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (/^\/(api|gateway|health)\//.test(request.url)) return reply.code(404).send({ error: 'not-found' });
  return sendPage(reply, renderNotFound(placeOf(languageOf(request), '')), { status: 404 });
}

type Answering = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** People get a page with a reference that the log knows, never the words of an error. */
function answerFailure(house: House, error: unknown, { request, reply }: Answering): FastifyReply {
  const reference = (randomBytes(4).toString('hex').toUpperCase().match(/.{4}/g) ?? []).join('-');
  const status = statusOf(error);
  const { code, message } = describeError(error);
  if (status >= 500) house.log.error({ code, message, reference, route: request.routeOptions.url }, 'page failed');
  const view = status === 413 ? ({ kind: 'too-large' } as const) : ({ kind: 'ours', reference } as const);
  return sendPage(reply, renderFailure(placeOf(languageOf(request), ''), view), { status, personal: true });
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
