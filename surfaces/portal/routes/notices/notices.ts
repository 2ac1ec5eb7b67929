import type { FastifyReply, FastifyRequest } from 'fastify';
import { lawAt } from '#law';
import type { Channel } from '#modules/notices';
import { digestOf } from '#platform/canonical-json';
import { today } from '#platform/clock';
import { isLanguage, type Language } from '#platform/i18n';
import { isId, newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { normaliseTyped, parsePhone } from '#platform/numbers';
import { type Actor, scopeOf } from '#platform/permissions';
import { type NoticeError, type NoticesView, renderNotices } from '../../pages/notices/notices.tsx';
import { paths, placeOf } from '../../place.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import { withDossier } from '../follow.ts';
import type { Portal, RoutesInLanguage } from '../portal.ts';
import { readFiled } from '../read-dossier.ts';
import type { Asking, OfFile } from '../who-may-read-file.ts';
import { stopRoutes } from './stop.ts';

/** A file, and the right to speak for its family: an agent's session reads the page of a request and asks for no messages. */
type Own = { readonly application: string; readonly number: string; readonly territory: string };
type Deed = (asking: Asking, own: Own) => Promise<FastifyReply>;

/** Messages at each step, and "send to my phone": for whoever has shown the family's own right to the file. */
export const noticeRoutes: RoutesInLanguage = (app, portal, language) => {
  const own = (deed: Deed) => (request: FastifyRequest<OfFile>, reply: FastifyReply) =>
    withDossier({ portal, language, request, reply }, ({ number }) => {
      const proof = portal.proofs.find(request);
      if (proof?.number !== number) return goTo(reply, `/${language}${paths.request(number)}`);
      return deed({ portal, language, request, reply }, proof);
    });
  const form = { bodyLimit: 16_384 };
  app.get<OfFile>('/follow/:number/messages', own(show));
  app.post<OfFile>('/follow/:number/messages', form, own(askCode));
  app.post<OfFile>('/follow/:number/messages/code', form, own(giveCode));
  app.post<OfFile>('/follow/:number/messages/send', form, own(send));
  app.post<OfFile>('/follow/:number/messages/stop', form, own(stop));
  stopRoutes(app, portal, language);
};

function page({ language, reply }: Asking, view: NoticesView, status = 200): FastifyReply {
  const place = placeOf(language, paths.notices(view.number));
  return sendPage(reply, renderNotices(place, view), { status, personal: true });
}

async function show(asking: Asking, own: Own): Promise<FastifyReply> {
  const { portal, request } = asking;
  const step = fieldOf(request.query, 'step');
  const { recipient, isProving } = await noticesOf(portal, own);
  const base = { number: own.number, token: newId() };
  if (step === 'code' || (step === '' && !recipient && isProving)) return page(asking, { ...base, ...codeStep(portal) });
  if (!recipient || step === 'change')
    return page(asking, { ...base, ...(await askStep(asking, own)), isStopped: step === 'stopped' });
  const sending = step === 'sent' || step === 'sent-enough' || step === 'too-often' ? { sending: step } : {};
  return page(asking, { ...base, step: 'on', ...recipient, ...sending } as NoticesView);
}

async function noticesOf({ house }: Portal, own: Own) {
  const { noticesOfRequest } = house.notices;
  const asked = await house.desk.ask(noticesOfRequest, { application: own.application }, { actor: familyOf(own) });
  return expectDone(asked, noticesOfRequest.name);
}

function codeStep({ house }: Portal) {
  const { codeDigits, codeMinutes } = lawAt(today(house.clock).toString()).notices;
  return { step: 'code', digits: codeDigits.value, minutes: codeMinutes.value } as const;
}

/** The telephone that the family gave with its request is offered, and not believed. */
async function askStep({ portal, language }: Asking, { application, territory }: Own) {
  const { contact } = await readFiled(portal.house, { id: application, territory });
  return { step: 'ask', typed: { to: contact?.phone ?? contact?.email ?? '', language } } as const;
}

/** The answer is the same whatever became of the code: whether it was sent is learned where it arrives. */
async function askCode(asking: Asking, own: Own): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const { to, token, chosen } = readForm(request, language);
  const typed = { to, language: chosen };
  const refuse = (error: NoticeError, status: number) =>
    page(asking, { number: own.number, token, step: 'ask', typed, errors: [error] }, status);
  if (isFromElsewhere(request)) return page(asking, { number: own.number, token: newId(), ...(await askStep(asking, own)) }, 403);
  if (await portal.hasTriedTooOften.notices(request)) return refuse('too-many-attempts', 429);
  const address = readAddress(to);
  if (!address) return refuse(to.trim() === '' ? 'to-missing' : 'to-wrong', 422);
  const input = { application: own.application, number: own.number, ...address, language: chosen };
  const key = `portal:notices:${digestOf({ token, input })}`;
  expectDone(await portal.house.desk.do(portal.house.notices.askProof, input, { actor: familyOf(own), key }), 'portal.notices');
  return goTo(reply, `/${language}${paths.notices(own.number)}?step=code`);
}

async function giveCode(asking: Asking, own: Own): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const { token } = readForm(request, language);
  const refuse = (errors: readonly NoticeError[], status: number) =>
    page(asking, { number: own.number, token: newId(), ...codeStep(portal), errors }, status);
  if (isFromElsewhere(request)) return refuse([], 403);
  if (await portal.hasTriedTooOften.notices(request)) return refuse(['too-many-attempts'], 429);
  const code = normaliseTyped(fieldOf(request.body, 'code')).slice(0, 20);
  if (code === '') return refuse(['code-missing'], 422);
  const input = { application: own.application, code };
  const by = { actor: familyOf(own), key: `portal:notices:${digestOf({ token, input })}` };
  const given = await portal.house.desk.do(portal.house.notices.proveAddress, input, by);
  if (!expectDone(given, 'portal.notices').isProven) return refuse(['code-wrong'], 422);
  return goTo(reply, `/${language}${paths.notices(own.number)}`);
}

async function send(asking: Asking, own: Own): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const back = `/${language}${paths.notices(own.number)}`;
  if (isFromElsewhere(request)) return goTo(reply, back);
  if (await portal.hasTriedTooOften.notices(request)) return goTo(reply, `${back}?step=too-often`);
  const { token } = readForm(request, language);
  const input = { application: own.application };
  const by = { actor: familyOf(own), key: `portal:notices:${digestOf({ token, input })}` };
  const outcome = await portal.house.desk.do(portal.house.notices.sendNumber, input, by);
  return goTo(reply, `${back}?step=${outcome.ok ? 'sent' : 'sent-enough'}`);
}

async function stop({ portal, language, request, reply }: Asking, own: Own): Promise<FastifyReply> {
  const back = `/${language}${paths.notices(own.number)}`;
  if (isFromElsewhere(request)) return goTo(reply, back);
  const by = { actor: familyOf(own), key: newId() };
  expectDone(
    await portal.house.desk.do(portal.house.notices.stopNotices, { application: own.application }, by),
    'portal.notices',
  );
  return goTo(reply, `${back}?step=stopped`);
}

function readForm({ body }: FastifyRequest, language: Language) {
  const [token, wanted] = [fieldOf(body, 'token'), fieldOf(body, 'language')];
  return {
    to: fieldOf(body, 'to').slice(0, 254),
    token: isId(token) ? token : newId(),
    chosen: isLanguage(wanted) ? wanted : language,
  };
}

/** One field for either: who has no telephone of its own may have a mailbox, and nobody should have to say which it is. */
function readAddress(typed: string): { channel: Channel; address: string } | undefined {
  const phone = parsePhone(typed);
  if (phone !== undefined) return { channel: 'sms', address: phone };
  const mail = typed.trim().toLowerCase();
  return /^[^\s@<>",;:]{1,64}@[^\s@<>",;:]+\.[^\s@.<>",;:]{2,}$/.test(mail) ? { channel: 'mail', address: mail } : undefined;
}

function familyOf({ application, territory }: Own): Actor {
  return { id: `citizen:${application}`, permissions: new Set(['notices:receive']), scopes: [scopeOf(territory)] };
}
