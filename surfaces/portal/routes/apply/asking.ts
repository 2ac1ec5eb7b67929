import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { citizenOf, type form, oneDraft } from '#modules/applications';
import type { Action, Outcome } from '#platform/actions';
import { today } from '#platform/clock';
import type { Language } from '#platform/i18n';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { paths } from '../../place.ts';
import { goTo } from '../answers.ts';
import type { Portal } from '../portal.ts';

/** One request of a browser to the pages of a family's own request. */
export type Asking = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

export type Draft = NonNullable<z.output<typeof oneDraft.output>['draft']>;

/** Which draft the browser that sends a request holds; undefined when it holds none, or holds it no longer. */
export function draftOf({ drafts }: Pick<Portal, 'drafts'>, request: FastifyRequest): string | undefined {
  return drafts.find(request)?.draft;
}

/** The family that holds a draft, as the house knows it; with a commune, it may file there. */
export function holderOf({ drafts }: Pick<Portal, 'drafts'>, draft: string, commune?: string): Actor {
  return citizenOf({ draft, codeDigest: drafts.digestOf(drafts.codeOf(draft)), commune });
}

export async function readDraft(portal: Portal, id: string): Promise<Draft | undefined> {
  const asked = await portal.house.desk.ask(oneDraft, { draft: id }, { actor: holderOf(portal, id) });
  return expectDone(asked, 'portal.apply').draft;
}

/** Shows a page of the draft that the browser holds. Without one it is led to the start; a submitted one leads to its receipt. */
export async function withDraft(
  asking: Asking,
  show: (draft: Draft) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const id = draftOf(portal, request);
  const draft = id === undefined ? undefined : await readDraft(portal, id);
  if (!draft) return goTo(reply, `/${language}${paths.apply.start}`);
  if (draft.submitted) return goTo(reply, `/${language}${paths.apply.done}`);
  return show(draft);
}

/** Does a deed of the family that holds the draft. The browser's time starts anew: it is used. */
export async function doFor<I extends z.ZodType, O extends z.ZodType>(
  { portal, request, reply }: Asking,
  action: Action<I, O>,
  { draft, input }: { readonly draft: string; readonly input: z.input<I> },
): Promise<Outcome<z.output<O>>> {
  portal.drafts.keep(request, reply, { draft });
  return portal.house.desk.do(action, input, { actor: holderOf(portal, draft), key: newId() });
}

/** The form as it stands for a draft today, for the household or for one person. */
export function situationOf({ house }: Portal, draft: Draft, ref?: number): form.Situation {
  return { answers: draft.answers, today: today(house.clock), ...(ref === undefined ? {} : { ref }) };
}

/** Where a step of the form stands. */
export function pathOfStep({ page, ref }: { readonly page: { readonly key: form.PageKey }; readonly ref?: number }): string {
  return ref === undefined ? paths.apply.page(page.key) : paths.apply.person(ref, page.key);
}
