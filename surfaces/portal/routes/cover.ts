import type { FastifyReply } from 'fastify';
import { answerCase, LONGEST_ANSWER } from '#modules/coverage';
import { digestOf } from '#platform/canonical-json';
import { today } from '#platform/clock';
import { languages } from '#platform/i18n';
import { isId, newId } from '#platform/ids';
import { type CoverError, type CoverView, renderCover } from '../pages/cover/cover.tsx';
import { paths, placeOf } from '../place.ts';
import { toCoverView } from '../views/cover.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from './answers.ts';
import { withDossier } from './follow.ts';
import type { RoutesInLanguage } from './portal.ts';
import { familyActor, readCases } from './read-cover.ts';
import { type Asking, type FoundFile, type OfFile, provenFile } from './who-may-read-file.ts';

/** What another insurer said of a family, and the family's answer to it. */
export const coverRoutes: RoutesInLanguage = (app, portal, language) => {
  app.get<OfFile>('/follow/:number/cover', (request, reply) =>
    withDossier({ portal, language, request, reply }, ({ number }, file) =>
      show({ portal, language, request, reply }, { number, file }),
    ),
  );
  app.post<OfFile>('/follow/:number/cover', { bodyLimit: 65_536 }, (request, reply) =>
    withDossier({ portal, language, request, reply }, ({ number }, file) =>
      receive({ portal, language, request, reply }, { number, file }),
    ),
  );
};

type Of = { readonly number: string; readonly file: FoundFile };

async function show(asking: Asking, { number, file }: Of, filling: Partial<CoverView> = {}, status = 200): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const cases = await readCases(portal.house, file);
  if (cases.length === 0) return goTo(reply, `/${language}${paths.request(number)}`);
  const isOwn = provenFile(portal, request, number) !== undefined;
  const view = toCoverView(languages[language].direction, { number, cases, today: today(portal.house.clock), isOwn });
  const page = renderCover(placeOf(language, paths.cover(number)), { ...view, token: newId(), ...filling });
  return sendPage(reply, page, { status, personal: true });
}

/** The same form sent twice is one answer. Only who has shown the family's own right answers for it. */
async function receive(asking: Asking, of: Of): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const proven = provenFile(portal, request, of.number);
  if (!proven || isFromElsewhere(request)) return show(asking, of, {}, 403);
  const form = readForm(request.body);
  const refuse = (error: CoverError, status = 422) => show(asking, of, { typed: form, errors: [error] }, status);
  if (await portal.hasTriedTooOften.complain(request)) return refuse('too-many-attempts', 429);
  if (form.answer !== 'accepts' && form.answer !== 'contests') return refuse('answer-missing');
  if (form.answer === 'contests' && form.words === '') return refuse('words-missing');
  if (form.words.length > LONGEST_ANSWER) return refuse('words-too-long');
  if (isId(form.one)) {
    const said = form.words === '' ? {} : { words: form.words };
    const input = { application: proven.id, case: form.one, answer: form.answer, ...said };
    const key = `portal:cover:${digestOf({ token: form.token, input })}`;
    // Decided meanwhile, or answered already: the page says so.
    await portal.house.desk.do(answerCase, input, { actor: familyActor(proven), key });
  }
  return goTo(reply, `/${language}${paths.cover(of.number)}`);
}

function readForm(body: unknown) {
  const words = fieldOf(body, 'words').replaceAll('\r\n', '\n').trim();
  const token = fieldOf(body, 'token');
  return {
    ...{ answer: fieldOf(body, 'answer'), one: fieldOf(body, 'case'), words: words.slice(0, LONGEST_ANSWER * 2) },
    token: isId(token) ? token : newId(),
  };
}
