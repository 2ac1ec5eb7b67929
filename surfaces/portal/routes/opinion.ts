import type { FastifyReply, FastifyRequest } from 'fastify';
import { giveOpinion, LONGEST_OPINION } from '#modules/complaints';
import type { Language } from '#platform/i18n';
import { isId, newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { type OpinionView, renderOpinion } from '../pages/guide/opinion.tsx';
import { paths, placeOf } from '../place.ts';
import { listGuideTexts, pathOf } from '../views/guide/content.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from './answers.ts';
import type { Portal, RoutesInLanguage } from './portal.ts';

type Asking = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};
/** Whoever reads a page: may say what they think of it, and no more. */
const reader: Actor = { id: 'public', permissions: new Set(['complaints:give-opinion'] as const), scopes: [] };

type Page = { readonly name: string; readonly path: string };

/** "Did this page help you?" of P03 and P24: an answer, then words for whoever wants to add some. */
export const opinionRoutes: RoutesInLanguage = (app, portal, language) => {
  for (const { entry } of listGuideTexts(language)) {
    const page = { name: entry.name, path: pathOf(entry) };
    app.get(paths.opinion(page.path), async (request, reply) => show({ portal, language, request, reply }, page));
    app.post(paths.opinion(page.path), { bodyLimit: 16_384 }, async (request, reply) =>
      receive({ portal, language, request, reply }, page),
    );
  }
};

/** What was answered stands in the address: it is nobody's secret, and the page can be read again. */
function show(asking: Asking, page: Page): FastifyReply {
  const { request } = asking;
  const opinion = fieldOf(request.query, 'opinion');
  return send(asking, page, {
    isHelpful: fieldOf(request.query, 'helpful') === 'yes',
    ...(isId(opinion) ? { opinion } : {}),
  });
}

function send({ language, reply }: Asking, { path }: Page, view: Omit<OpinionView, 'page'>, status = 200): FastifyReply {
  const html = renderOpinion(placeOf(language, paths.opinion(path)), { ...view, page: path });
  return sendPage(reply, html, { status, personal: true });
}

async function receive(asking: Asking, page: Page): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const { body } = request;
  const helpful = fieldOf(body, 'helpful');
  if (isFromElsewhere(request) || (helpful !== 'yes' && helpful !== 'no')) return goTo(reply, `/${language}${page.path}`);
  const given = fieldOf(body, 'opinion');
  const opinion = isId(given) ? given : newId();
  const words = fieldOf(body, 'words').replaceAll('\r\n', '\n').trim();
  const isHelpful = helpful === 'yes';
  const again = { isHelpful, opinion, typed: words.slice(0, LONGEST_OPINION * 2) };
  if (words.length > LONGEST_OPINION) return send(asking, page, { ...again, error: 'too-long' }, 422);
  if (await portal.hasTriedTooOften.opinion(request)) return send(asking, page, { ...again, error: 'too-often' }, 429);
  const by = { actor: reader, key: `portal:opinion:${opinion}:${words === '' ? 'answer' : newId()}` };
  expectDone(
    await portal.house.desk.do(giveOpinion, { opinion, page: page.name, language, isHelpful, words }, by),
    'portal.opinion',
  );
  const told = words === '' && !isId(given) ? `&opinion=${opinion}` : '';
  return goTo(reply, `/${language}${paths.opinion(page.path)}?helpful=${helpful}${told}`);
}
