import type { FastifyReply } from 'fastify';
import { form, removePerson, saveAnswers } from '#modules/applications';
import { parseDate } from '#platform/dates';
import { type PeopleView, renderPeople } from '../../pages/apply/people.tsx';
import { type QuestionView, renderQuestion } from '../../pages/apply/question.tsx';
import { addressOf, paths, placeOf } from '../../place.ts';
import { nameOfPerson, toQuestionView } from '../../views/apply/question-view.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import { type Asking, type Draft, doFor, draftOf, pathOfStep, readDraft, situationOf, withDraft } from './asking.ts';

/** A page of the form in an address: its key and, for those about a person, that person's place in the list. */
export type Asked = { readonly page: form.FormPage; readonly ref?: number };

/** P09 */
export function showQuestion(asking: Asking, asked: Asked): Promise<FastifyReply> {
  return withDraft(asking, (draft) => {
    const situation = askedIn(asking, draft, asked);
    if (!situation) return goTo(asking.reply, tasksOf(asking));
    return send(asking, { asked, draft, view: toQuestionView(asking.language, { page: asked.page, situation }) });
  });
}

/** One POST a page: read, saved, and on to the next; or shown again as typed, with what is wrong. */
export function saveQuestion(asking: Asking, asked: Asked): Promise<FastifyReply> {
  const { language, request, reply } = asking;
  return withDraft(asking, async (draft) => {
    const situation = askedIn(asking, draft, asked);
    if (!situation || isFromElsewhere(request)) return goTo(reply, tasksOf(asking));
    const typed = typedIn(request.body);
    const isLeaving = typed.leave === 'yes';
    if (isLeaving && isBlank(typed, situation, asked.page)) return goTo(reply, `/${language}${paths.apply.saved}`);
    const read = form.readPage(asked.page, typed, situation);
    const faults: NonNullable<QuestionView['faults']>[number][] = 'faults' in read ? [...read.faults] : [];
    if (asksForMore(asking, draft, asked) && !isLeaving && !isYesOrNo(typed.more)) faults.push({ key: 'more', fault: 'missing' });
    if (faults.length > 0) {
      const view = { ...toQuestionView(language, { page: asked.page, situation, typed }), faults };
      return send(asking, { asked, draft, view, status: 422 });
    }
    const saved = await save(asking, draft, asked, typed);
    if (!saved) return goTo(reply, tasksOf(asking));
    if (isLeaving) return goTo(reply, `/${language}${paths.apply.saved}`);
    return goTo(reply, await addressAfter(asking, asked, typed));
  });
}

type Sending = { readonly asked: Asked; readonly draft: Draft; readonly view: QuestionView; readonly status?: number };

function send(asking: Asking, { asked, draft, view, status = 200 }: Sending): FastifyReply {
  const { language, reply } = asking;
  const returnTo = returnIn(asking);
  const html = renderQuestion(placeOf(language, pathOfStep(asked)), {
    ...view,
    ...(returnTo ? { returnTo } : {}),
    asksForMore: asksForMore(asking, draft, asked),
  });
  return sendPage(reply, html, { status, personal: true });
}

/** The form as this page sees it; undefined when this family is not asked it. The person after the last one may be added. */
function askedIn({ portal }: Asking, draft: Draft, { page, ref }: Asked): form.Situation | undefined {
  const { answers } = draft;
  const isNext = page.key === 'identity' && ref === answers.members.length + 1;
  const seen = isNext ? { ...draft, answers: { ...answers, members: [...answers.members, {}] } } : draft;
  const situation = situationOf(portal, seen, ref);
  const isAsked = form.stepsOf(situation).some((step) => step.page.key === page.key && step.ref === ref);
  return isAsked ? situation : undefined;
}

/** Once the list of people is whole, whoever changes a person is not asked for another one. */
function asksForMore(asking: Asking, draft: Draft, { page, ref }: Asked): boolean {
  return page.key === 'situation' && ref === draft.answers.members.length && returnIn(asking) === undefined;
}

function isYesOrNo(value: unknown): boolean {
  return value === 'yes' || value === 'no';
}

async function save(asking: Asking, draft: Draft, { page, ref }: Asked, typed: SentForm): Promise<boolean> {
  const step = { page: page.key, ...(ref === undefined ? {} : { ref }) };
  const { language } = asking;
  const input = { draft: draft.id, step, typed, language };
  const outcome = await doFor(asking, saveAnswers, { draft: draft.id, input });
  if (!outcome.ok) return false;
  if (page.key !== 'situation' || typed.more !== 'no') return true;
  const people = { draft: draft.id, step: { page: 'people' }, typed: { more: 'no' }, language };
  return (await doFor(asking, saveAnswers, { draft: draft.id, input: people })).ok;
}

/** Back to where the change began; to the next person; or to the next page that has no answer, and at last to all of them. */
async function addressAfter(asking: Asking, asked: Asked, typed: form.Typed): Promise<string> {
  const { portal, language } = asking;
  const address = (path: string) => addressOf(placeOf(language, ''), path);
  const returnTo = returnIn(asking);
  if (asked.page.key === 'identity' && asked.ref !== undefined) {
    const suffix = returnTo ? `?from=${returnTo}` : '';
    return `${address(paths.apply.person(asked.ref, 'situation'))}${suffix}`;
  }
  if (asked.page.key === 'province' && returnTo) return `${address(paths.apply.page('commune'))}?from=${returnTo}`;
  if (returnTo) return address(paths.apply[returnTo]);
  if (asked.page.key === 'situation' && typed.more === 'yes')
    return address(paths.apply.person((asked.ref ?? 1) + 1, 'identity'));
  const draft = await currentDraft(asking);
  const { steps } = form.progressOf(situationOf(portal, draft), draft.answered);
  const here = steps.findIndex((step) => step.page.key === asked.page.key && step.ref === asked.ref);
  const open = steps.filter((step) => !draft.answered.includes(form.nameOfStep(step)));
  const next = open.find((step) => steps.indexOf(step) > here) ?? open[0];
  return address(next ? pathOfStep(next) : paths.apply.check);
}

async function currentDraft(asking: Asking): Promise<Draft> {
  const draft = await readDraft(asking.portal, draftOf(asking.portal, asking.request) ?? '');
  if (!draft) throw new Error('a draft that was just saved is there');
  return draft;
}

/** P10 */
export function showPeople(asking: Asking, { isMoreMissing = false, status = 200 } = {}): Promise<FastifyReply> {
  const { language, reply } = asking;
  return withDraft(asking, (draft) => {
    const view: PeopleView = {
      people: peopleOf(asking, draft),
      isMoreMissing,
      ...(returnIn(asking) === 'check' ? { returnTo: 'check' } : {}),
    };
    return sendPage(reply, renderPeople(placeOf(language, paths.apply.people), view), { status, personal: true });
  });
}

function peopleOf({ language }: Asking, { answers, answered }: Draft): PeopleView['people'] {
  return answers.members.slice(1).map((person, index) => {
    const ref = index + 2;
    const birth = parseDate(String(person.birth_date));
    return {
      ref,
      name: nameOfPerson(language, answers, ref),
      ...(typeof person.relation === 'string' ? { relation: person.relation } : {}),
      ...(birth ? { birth } : {}),
      isComplete: answered.includes(`identity/${ref}`) && answered.includes(`situation/${ref}`),
    };
  });
}

/** Another person, or nobody else: the list is then whole. */
export function savePeople(asking: Asking): Promise<FastifyReply> {
  const { language, request, reply } = asking;
  return withDraft(asking, async (draft) => {
    if (isFromElsewhere(request)) return goTo(reply, tasksOf(asking));
    const more = fieldOf(request.body, 'more');
    if (!isYesOrNo(more)) return showPeople(asking, { isMoreMissing: true, status: 422 });
    const place = placeOf(language, '');
    if (more === 'yes') return goTo(reply, addressOf(place, paths.apply.person(draft.answers.members.length + 1, 'identity')));
    const page = form.pageCalled('people');
    if (!page || !(await save(asking, draft, { page }, {}))) return goTo(reply, tasksOf(asking));
    return goTo(reply, await addressAfter(asking, { page }, {}));
  });
}

export function removeFromPeople(asking: Asking, ref: number): Promise<FastifyReply> {
  const { language, request, reply } = asking;
  return withDraft(asking, async (draft) => {
    // Somebody who is gone already needs no removing: the list shows who is left.
    if (!isFromElsewhere(request)) await doFor(asking, removePerson, { draft: draft.id, input: { draft: draft.id, ref } });
    return goTo(reply, `/${language}${paths.apply.people}`);
  });
}

function tasksOf({ language }: Asking): string {
  return `/${language}${paths.apply.tasks}`;
}

/** Where a change began: in the address of the page that was opened, in the form that it posts. */
function returnIn({ request }: Asking): 'check' | 'people' | undefined {
  const value = request.method === 'POST' ? fieldOf(request.body, 'return') : fieldOf(request.query, 'from');
  return value === 'check' || value === 'people' ? value : undefined;
}

const MOST_FIELDS = 100;

type SentForm = Record<string, string | string[]>;

/** What a browser sent, kept to a size that a form may have. */
export function typedIn(body: unknown): SentForm {
  if (typeof body !== 'object' || body === null) return {};
  const typed: SentForm = {};
  for (const [key, value] of Object.entries(body).slice(0, MOST_FIELDS)) {
    if (typeof value === 'string') typed[key.slice(0, 80)] = value.slice(0, 1_000);
    if (isTexts(value)) typed[key.slice(0, 80)] = value.slice(0, 60).map((one) => one.slice(0, 200));
  }
  return typed;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Nothing was typed: whoever leaves from here loses nothing. */
function isBlank(typed: form.Typed, situation: form.Situation, page: form.FormPage): boolean {
  return form.fieldsShown(page, situation).every(({ key, kind }) => {
    const keys = kind === 'date' ? ['day', 'month', 'year'].map((part) => `${key}-${part}`) : [key];
    return keys.every((one) => form.textAt(typed, one) === '');
  });
}
