import type { FastifyReply, FastifyRequest } from 'fastify';
import { form } from '#modules/applications';
import type { RoutesInLanguage } from '../portal.ts';
import type { Asking } from './asking.ts';
import { removeFromPeople, savePeople, saveQuestion, showPeople, showQuestion } from './questions.ts';
import { declare, showCheck, showDeclare, showDone } from './sending.ts';
import { begin, discard, leave, resume, showLeft, showResume, showSaved, showStart, showTasks } from './start.ts';

const BODY = { bodyLimit: 65_536 };

type OfPerson = { Params: { ref: string; part: string } };

/** P07 to P14 and P25: a family's own request, from the first page to its number. */
export const applyRoutes: RoutesInLanguage = (app, portal, language) => {
  type Handler = (asking: Asking) => FastifyReply | Promise<FastifyReply>;
  const handled = (handle: Handler) => async (request: FastifyRequest, reply: FastifyReply) =>
    handle({ portal, language, request, reply });
  const get = (path: string, handle: Handler) => app.get(`/apply${path}`, handled(handle));
  const post = (path: string, handle: Handler) => app.post(`/apply${path}`, BODY, handled(handle));

  get('', (asking) => showStart(asking));
  post('', begin);
  post('/discard', discard);
  get('/resume', (asking) => showResume(asking));
  post('/resume', resume);
  get('/tasks', showTasks);
  get('/saved', showSaved);
  get('/left', (asking) => showLeft(asking));
  post('/leave', leave);
  get('/people', (asking) => showPeople(asking));
  post('/people', savePeople);
  get('/check', (asking) => showCheck(asking));
  get('/declaration', (asking) => showDeclare(asking));
  post('/declaration', declare);
  get('/done', showDone);
  for (const page of form.formPages.filter(({ key, isAboutPerson }) => !isAboutPerson && key !== 'people')) {
    get(`/${page.key}`, (asking) => showQuestion(asking, { page }));
    post(`/${page.key}`, (asking) => saveQuestion(asking, { page }));
  }
  const personIn = ({ params }: FastifyRequest) => Number((params as OfPerson['Params']).ref);
  for (const page of form.formPages.filter(({ isAboutPerson }) => isAboutPerson)) {
    get(`/people/:ref/${page.key}`, (asking) => showQuestion(asking, { page, ref: personIn(asking.request) }));
    post(`/people/:ref/${page.key}`, (asking) => saveQuestion(asking, { page, ref: personIn(asking.request) }));
  }
  post('/people/:ref/remove', (asking) => removeFromPeople(asking, personIn(asking.request)));
};
