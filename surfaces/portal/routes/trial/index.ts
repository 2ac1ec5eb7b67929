import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, trial } from '#modules/applications';
import { today } from '#platform/clock';
import type { Language } from '#platform/i18n';
import { renderPapersList, renderPapersQuestion } from '../../pages/trial/papers.tsx';
import { renderTrialQuestion } from '../../pages/trial/question.tsx';
import { renderTrialResult } from '../../pages/trial/result.tsx';
import { renderTrialStart } from '../../pages/trial/start.tsx';
import { paths, placeOf } from '../../place.ts';
import { toAskedFields, toPapersList, toTrialQuestion, toTrialResult } from '../../views/trial.ts';
import { goTo, isFromElsewhere, sendPage } from '../answers.ts';
import { typedIn } from '../apply/questions.ts';
import type { Portal, RoutesInLanguage } from '../portal.ts';
import type { TrialAnswers } from './kept.ts';

type Asking = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** P04 to P06: what a family may expect and which papers it needs, asked of nobody in particular. */
export const trialRoutes: RoutesInLanguage = (app, portal, language) => {
  const handled = (handle: (asking: Asking) => FastifyReply) => async (request: FastifyRequest, reply: FastifyReply) =>
    handle({ portal, language, request, reply });
  const post = (path: string, handle: (asking: Asking) => FastifyReply) => app.post(path, { bodyLimit: 16_384 }, handled(handle));

  app.get('/try', handled(showStart));
  app.get('/try/result', handled(showResult));
  post('/try/clear', clear);
  for (const { key } of trial.trialPages) {
    app.get(
      `/try/${key}`,
      handled((asking) => showQuestion(asking, key)),
    );
    post(`/try/${key}`, (asking) => saveQuestion(asking, key));
  }
  app.get(
    '/papers',
    handled((asking) => showPapersQuestion(asking)),
  );
  post('/papers', savePapers);
  app.get('/papers/list', handled(showPapersList));
};

function showStart(asking: Asking): FastifyReply {
  const { language, reply } = asking;
  const kept = keptIn(asking);
  const { length: count } = trial.trialPagesShown({ ...situationOf(asking, kept), answers: form.noAnswers });
  const view = { count, next: nextPath(asking, kept), isBegun: kept.answered.length > 0 };
  return sendPage(reply, renderTrialStart(placeOf(language, paths.trial.start), view), { personal: true });
}

function showQuestion(asking: Asking, key: string): FastifyReply {
  const { language, reply } = asking;
  const situation = situationOf(asking, keptIn(asking));
  const page = pageAsked(key, situation);
  if (!page) return goTo(reply, `/${language}${paths.trial.start}`);
  return sendQuestion(asking, page, { situation });
}

function saveQuestion(asking: Asking, key: string): FastifyReply {
  const { language, request, reply } = asking;
  const kept = keptIn(asking);
  const situation = situationOf(asking, kept);
  const page = pageAsked(key, situation);
  if (!page || isFromElsewhere(request)) return goTo(reply, `/${language}${paths.trial.start}`);
  const typed = typedIn(request.body);
  const isUnknown = typed.unknown === 'yes' && trial.mayBeUnknown(page);
  const read = isUnknown ? { answers: form.withoutPage(page, situation) } : form.readPage(page, typed, situation);
  if ('faults' in read) return sendQuestion(asking, page, { situation, typed, faults: read.faults }, 422);
  const saved = { answers: read.answers, answered: [...new Set([...kept.answered, page.key])] };
  keep(asking, saved);
  return goTo(reply, `/${language}${nextPath(asking, saved, page)}`);
}

type Shown = { readonly situation: form.Situation; readonly typed?: form.Typed; readonly faults?: readonly form.Fault[] };

function sendQuestion({ language, reply }: Asking, page: form.QuestionPage, shown: Shown, status = 200): FastifyReply {
  const html = renderTrialQuestion(placeOf(language, paths.trial.page(page.key)), toTrialQuestion(language, page, shown));
  return sendPage(reply, html, { status, personal: true });
}

function showResult(asking: Asking): FastifyReply {
  const { language, reply } = asking;
  const kept = keptIn(asking);
  const view = openPages(asking, kept).length === 0 ? toTrialResult(language, situationOf(asking, kept)) : undefined;
  if (!view) return goTo(reply, `/${language}${nextPath(asking, kept)}`);
  return sendPage(reply, renderTrialResult(placeOf(language, paths.trial.result), view), { personal: true });
}

function clear({ portal, language, request, reply }: Asking): FastifyReply {
  if (!isFromElsewhere(request)) portal.trials.drop(reply);
  return goTo(reply, `/${language}${paths.trial.start}`);
}

function showPapersQuestion(asking: Asking, shown: Omit<Shown, 'situation'> = {}, status = 200): FastifyReply {
  const { language, reply } = asking;
  const situation = situationOf(asking, keptIn(asking));
  const html = renderPapersQuestion(
    placeOf(language, paths.papers),
    toAskedFields(language, trial.papersPage, { situation, ...shown }),
  );
  return sendPage(reply, html, { status, personal: true });
}

function savePapers(asking: Asking): FastifyReply {
  const { language, request, reply } = asking;
  if (isFromElsewhere(request)) return showPapersQuestion(asking, {}, 403);
  const kept = keptIn(asking);
  const typed = typedIn(request.body);
  const read = form.readPage(trial.papersPage, typed, situationOf(asking, kept));
  if ('faults' in read) return showPapersQuestion(asking, { typed, faults: read.faults }, 422);
  // The trial still asks who else lives there: its page of the family stays open, with these numbers in it.
  keep(asking, { ...kept, answers: read.answers });
  return goTo(reply, `/${language}${paths.papersList}`);
}

function showPapersList(asking: Asking): FastifyReply {
  const { language, reply } = asking;
  const view = toPapersList(situationOf(asking, keptIn(asking)));
  if (!view) return goTo(reply, `/${language}${paths.papers}`);
  return sendPage(reply, renderPapersList(placeOf(language, paths.papersList), view), { personal: true });
}

function keptIn({ portal, request }: Asking): TrialAnswers {
  return portal.trials.find(request) ?? { answers: form.noAnswers, answered: [] };
}

function keep({ portal, request, reply }: Asking, saved: TrialAnswers): void {
  portal.trials.keep(request, reply, saved);
}

function situationOf({ portal }: Asking, { answers }: TrialAnswers): form.Situation {
  return { answers, today: today(portal.house.clock) };
}

/** The page as this family is asked it. A commune is chosen in a province; only a village is asked about its land. */
function pageAsked(key: string, situation: form.Situation): form.QuestionPage | undefined {
  if (key === 'where' && situation.answers.province === undefined) return undefined;
  return trial.trialPagesShown(situation).find((page) => page.key === key);
}

function openPages(asking: Asking, kept: TrialAnswers): readonly form.QuestionPage[] {
  const situation = situationOf(asking, kept);
  const isMoved = situation.answers.commune === undefined;
  return trial.trialPagesShown(situation).filter(({ key }) => !kept.answered.includes(key) || (key === 'where' && isMoved));
}

/** The next page without an answer after this one, or before it; the result when there is none. */
function nextPath(asking: Asking, kept: TrialAnswers, after?: form.QuestionPage): string {
  const shown = trial.trialPagesShown(situationOf(asking, kept)).map(({ key }) => key);
  const open = openPages(asking, kept).map(({ key }) => key);
  const here = after ? shown.indexOf(after.key) : -1;
  const next = open.find((key) => shown.indexOf(key) > here) ?? open[0];
  return next === undefined ? paths.trial.result : paths.trial.page(next);
}
