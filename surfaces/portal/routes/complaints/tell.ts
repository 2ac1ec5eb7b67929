import type { FastifyReply, FastifyRequest } from 'fastify';
import { followedFile } from '#modules/applications';
import { receiveComplaint, type Subject } from '#modules/complaints';
import { digestOf } from '#platform/canonical-json';
import { today } from '#platform/clock';
import type { Language } from '#platform/i18n';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { publicActor, scopeOf } from '#platform/permissions';
import { renderTellComplaint, type TellError, type TellView, type TypedComplaint } from '../../pages/complaints/tell.tsx';
import { paths, placeOf } from '../../place.ts';
import { provincesByRegion } from '../../views/complaints.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import type { Portal } from '../portal.ts';
import { readTellForm, subjectIn, type TellForm } from './tell-form.ts';

type Asking = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

const nothingTyped: TypedComplaint = {
  words: '',
  number: '',
  birth: { day: '', month: '', year: '' },
  province: '',
  phone: '',
};

/** Shows the form, filled in with the request that the browser has proven; without a subject, leads back to the list of subjects. */
export function askToTell(asking: Asking): FastifyReply {
  const { language, request, reply } = asking;
  const subject = subjectIn(request.query);
  if (!subject) return goTo(reply, `/${language}${paths.complaint()}`);
  const typed = { ...nothingTyped, number: requestIn(request).slice(0, 40) };
  return showForm(asking, { subject, token: newId(), typed });
}

/** Receives what was told. The same form sent twice is one complaint, with the same number and the same code. */
export async function receive(asking: Asking): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const subject = subjectIn(request.query);
  if (!subject) return goTo(reply, `/${language}${paths.complaint()}`);
  const isProven = provenRequest(asking) !== undefined;
  const form = readTellForm(request.body, { subject, isProven, today: today(portal.house.clock) });
  const { typed, token } = form;
  const refuse = (errors: readonly TellError[], status: number) => showForm(asking, { subject, token, typed, errors }, status);
  if (isFromElsewhere(request)) return showForm(asking, { subject, token: newId(), typed: nothingTyped }, 403);
  if (!isProven && requestIn(request) !== '' && isPairEmpty(typed)) return refuse(['proof-over'], 422);
  if (await portal.hasTriedTooOften.complain(request)) return refuse(['too-many-attempts'], 429);
  if ('errors' in form) return refuse(form.errors, 422);
  const about = await findAbout(asking, form);
  if (!about) return refuse(['not-found'], 422);
  const number = await file(asking, { subject, form, about });
  return goTo(reply, `/${language}${paths.oneComplaint(number)}`);
}

/** A page left open for too long still shows the number of its request, and nothing else of the pair. */
function isPairEmpty({ birth }: TypedComplaint): boolean {
  return [birth.day, birth.month, birth.year].every((part) => part.trim() === '');
}

function showForm(asking: Asking, view: Omit<TellView, 'provinces' | 'request'>, status = 200): FastifyReply {
  const { language, reply } = asking;
  const proven = provenRequest(asking)?.number;
  const whole = { ...view, provinces: provincesByRegion(language), ...(proven === undefined ? {} : { request: proven }) };
  const path = paths.tellComplaint(view.subject, proven);
  return sendPage(reply, renderTellComplaint(placeOf(language, path), whole), { status, personal: true });
}

function requestIn(request: FastifyRequest): string {
  return fieldOf(request.query, 'request');
}

/** The request named in the address, when the browser has shown a right to it. */
function provenRequest({ portal, request }: Asking) {
  const proof = portal.proofs.find(request);
  return proof && proof.number === requestIn(request) ? proof : undefined;
}

type About = { readonly territory: string; readonly request?: { readonly id: string; readonly number: string } };
type Told = Exclude<TellForm, { errors: unknown }>;

/** Where the complaint belongs: to the request that was proven before or is by this form, or to the province named. */
async function findAbout(asking: Asking, { about }: Told): Promise<About | undefined> {
  const { portal, request, reply } = asking;
  const proof = provenRequest(asking);
  if (proof) return { territory: proof.territory, request: { id: proof.application, number: proof.number } };
  if (!about) return undefined;
  if ('province' in about) return { territory: about.province };
  if (await portal.hasTriedTooOften.follow(request)) return undefined;
  const asked = await portal.house.desk.ask(followedFile, about.pair, { actor: publicActor });
  const { file: found } = expectDone(asked, 'portal.complain');
  if (!found) return undefined;
  const { id, number, territory } = found;
  portal.proofs.keep(request, reply, { application: id, number, territory });
  return { territory, request: { id, number } };
}

type Complaint = { readonly subject: Subject; readonly form: Told; readonly about: About };

async function file({ portal, language, request, reply }: Asking, { subject, form, about }: Complaint): Promise<string> {
  const { house, complaintCodes, complaintPasses } = portal;
  const { words, phone, token } = form;
  const said = digestOf({ subject, words, phone: phone ?? null, about });
  const sentBefore = complaintPasses.find(request);
  if (sentBefore?.said === said) return sentBefore.number;
  const code = complaintCodes.codeFor(token);
  const input = { subject, words, language, ...about, ...(phone ? { phone } : {}), codeSeal: complaintCodes.sealOf(code) };
  // Let into the one place that the complaint is about: row-level security sees to it, whatever the form says.
  const actor = {
    id: about.request ? `citizen:${about.request.id}` : 'public',
    permissions: new Set(['complaints:receive'] as const),
    scopes: [scopeOf(about.territory)],
  };
  const key = `portal:complaint:${digestOf({ token, input })}`;
  const { number } = expectDone(await house.desk.do(receiveComplaint, input, { actor, key }), 'portal.complain');
  complaintPasses.keep(request, reply, { number, territory: about.territory, code, said });
  return number;
}
