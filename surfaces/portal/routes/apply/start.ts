import type { FastifyReply } from 'fastify';
import { lawAt } from '#law';
import { discardDraft, form, holderOfCode, openDraft, resumeDraft, trial } from '#modules/applications';
import { keeperOf, ownPapers } from '#modules/documents';
import { today } from '#platform/clock';
import { casablancaDate, casablancaDateTime, Temporal, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { dirhams } from '#platform/money';
import { normaliseTyped } from '#platform/numbers';
import { renderLeft } from '../../pages/apply/left.tsx';
import { type ResumeError, type ResumeView, renderResume } from '../../pages/apply/resume.tsx';
import { renderSaved } from '../../pages/apply/saved.tsx';
import { renderApplyStart } from '../../pages/apply/start.tsx';
import { renderTasks } from '../../pages/apply/tasks.tsx';
import { paths, placeOf } from '../../place.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import { readBirth, typedBirth } from '../find-form.ts';
import { type Asking, type Draft, doFor, draftOf, holderOf, pathOfStep, readDraft, situationOf, withDraft } from './asking.ts';

/** P07: the start, with the draft that this browser holds already. */
export async function showStart(asking: Asking, { status = 200, isTooOften = false } = {}): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const id = draftOf(portal, request);
  const draft = id === undefined ? undefined : await readDraft(portal, id);
  const { perPerson, householdCap } = lawAt(toIsoDate(today(portal.house.clock))).contributions;
  const view = {
    contribution: { perPerson: dirhams(perPerson.value), cap: dirhams(householdCap.value) },
    isTooOften,
    tried: triedIn(asking),
    ...(draft && !draft.submitted ? { draft: { savedOn: casablancaDate(Temporal.Instant.from(draft.savedAt)) } } : {}),
  };
  return sendPage(reply, renderApplyStart(placeOf(language, paths.apply.start), view), { status, personal: true });
}

/** Opens a draft, with what the simulator sends along; a browser that holds one is shown that one first. */
export async function begin(asking: Asking): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  if (isFromElsewhere(request)) return showStart(asking, { status: 403 });
  const held = draftOf(portal, request);
  const draft = held === undefined ? undefined : await readDraft(portal, held);
  if (draft && !draft.submitted) return goTo(reply, `/${language}${paths.apply.start}`);
  if (await portal.hasTriedTooOften['open-draft'](request)) return showStart(asking, { status: 429, isTooOften: true });
  const id = newId();
  const codeDigest = portal.drafts.digestOf(portal.drafts.codeOf(id));
  const input = { draft: id, codeDigest, language, carried: carriedIn(request.body) };
  expectDone(await portal.house.desk.do(openDraft, input, { actor: holderOf(portal, id), key: `${id}:open` }), 'open-draft');
  portal.drafts.keep(request, reply, { draft: id });
  portal.trials.drop(reply);
  return goTo(reply, `/${language}${paths.apply.tasks}`);
}

/** The answers of a trial that went far enough to spare the family a question. */
function triedIn({ portal, request }: Asking): string | undefined {
  const answers = portal.trials.find(request)?.answers;
  if (answers?.commune === undefined || trial.isCoveredElsewhere(answers)) return undefined;
  return JSON.stringify(trial.carriedFrom(answers, today(portal.house.clock)));
}

/** What is no JSON is no answer. */
function carriedIn(body: unknown): unknown {
  try {
    return JSON.parse(fieldOf(body, 'answers'));
  } catch {
    return undefined;
  }
}

/** Erases the draft that this browser holds, to start again. */
export async function discard(asking: Asking): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const id = draftOf(portal, request);
  if (id !== undefined && !isFromElsewhere(request)) {
    // Gone already, or submitted meanwhile: the start shows which.
    await doFor(asking, discardDraft, { draft: id, input: { draft: id } });
    portal.drafts.drop(reply);
  }
  return goTo(reply, `/${language}${paths.apply.start}`);
}

/** P08 */
export function showTasks(asking: Asking): Promise<FastifyReply> {
  const { portal, language, reply } = asking;
  return withDraft(asking, async (draft) => {
    const { steps, next, groups } = form.progressOf(situationOf(portal, draft), draft.answered);
    const firstOf = (group: form.Group) => {
      const own = steps.filter(({ page }) => page.group === group);
      return own.find((step) => !draft.answered.includes(form.nameOfStep(step))) ?? own[0];
    };
    const view = {
      code: portal.drafts.codeOf(draft.id),
      hasBirthDate: draft.answered.includes('birth'),
      isCarried: draft.answered.length === 0 && Object.keys(draft.answers).length > 1,
      ...(draft.lastStep === null ? {} : { savedAt: hourOf(draft) }),
      groups: form.groups.map((group) => {
        const step = firstOf(group);
        return { group, path: step ? pathOfStep(step) : paths.apply.tasks, isComplete: groups[group] === 'complete' };
      }),
      papersSent: await countSent(portal, draft.id),
      ...(next ? { nextPath: pathOfStep(next) } : {}),
    };
    return sendPage(reply, renderTasks(placeOf(language, paths.apply.tasks), view), { personal: true });
  });
}

/** How many papers of a draft have a page. */
async function countSent({ house }: Asking['portal'], draft: string): Promise<number> {
  const owner = `draft:${draft}`;
  const asked = await house.desk.ask(ownPapers, { owner }, { actor: keeperOf({ owner, territory: owner }) });
  const sent = expectDone(asked, 'portal.apply').pages.filter(({ scan }) => scan !== 'infected');
  return new Set(sent.map(({ kind }) => kind)).size;
}

function hourOf({ savedAt }: Draft): string {
  return casablancaDateTime(Temporal.Instant.from(savedAt)).toPlainTime().toString({ smallestUnit: 'minute' });
}

export function showSaved(asking: Asking): Promise<FastifyReply> {
  const { portal, language, reply } = asking;
  return withDraft(asking, (draft) => {
    const { draftKeptDays } = lawAt(toIsoDate(today(portal.house.clock))).applications;
    const code = portal.drafts.codeOf(draft.id);
    const view = { code, hasBirthDate: draft.answered.includes('birth'), keptDays: draftKeptDays.value };
    return sendPage(reply, renderSaved(placeOf(language, paths.apply.saved), view), { personal: true });
  });
}

/** P25: the browser forgets everything of ours, pages behind it included. */
export async function leave({ portal, language, request, reply }: Asking): Promise<FastifyReply> {
  if (isFromElsewhere(request)) return goTo(reply, `/${language}`);
  portal.drafts.drop(reply);
  portal.proofs.drop(reply);
  portal.stepsProofs.drop(reply);
  portal.complaintPasses.drop(reply);
  portal.trials.drop(reply);
  reply.header('clear-site-data', '"cache", "cookies", "storage"');
  return goTo(reply, `/${language}${paths.apply.left}`);
}

export function showLeft({ language, reply }: Asking): FastifyReply {
  return sendPage(reply, renderLeft(placeOf(language, paths.apply.left)), { personal: true });
}

export function showResume({ language, reply }: Asking, view: ResumeView = {}, status = 200): FastifyReply {
  return sendPage(reply, renderResume(placeOf(language, paths.apply.resume), view), { status, personal: true });
}

/** A wrong pair costs the same work as a right one and gets one answer, whichever half is wrong and whether there is such a draft. */
export async function resume(asking: Asking): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  if (isFromElsewhere(request)) return showResume(asking, {}, 403);
  const typed = { code: fieldOf(request.body, 'code').slice(0, 40), birth: typedBirth(request.body) };
  const refuseWith = (errors: readonly ResumeError[], status = 422) => showResume(asking, { typed, errors }, status);
  if (await portal.hasTriedTooOften.resume(request)) return refuseWith(['resting'], 429);
  const birth = readBirth(typed.birth, today(portal.house.clock));
  const codeError = normaliseTyped(typed.code) === '' ? (['code-missing'] as const) : [];
  if (typeof birth === 'string') return refuseWith([...codeError, birth]);
  if (codeError.length > 0) return refuseWith(codeError);
  const codeDigest = portal.drafts.digestOf(typed.code);
  const input = { codeDigest, birthDate: toIsoDate(birth) };
  const outcome = await portal.house.desk.do(resumeDraft, input, { actor: holderOfCode(codeDigest), key: newId() });
  if (!outcome.ok) return refuseWith(['resting'], 429);
  const { draft } = outcome.output;
  if (draft === undefined) return refuseWith(['wrong']);
  portal.drafts.keep(request, reply, { draft });
  return goTo(reply, `/${language}${paths.apply.tasks}`);
}
