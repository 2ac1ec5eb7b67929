import type { FastifyReply, FastifyRequest } from 'fastify';
import { form, openDraft } from '#modules/applications';
import { askRenewal, renewalOf } from '#modules/entitlements';
import { today } from '#platform/clock';
import { toDate, toIsoDate } from '#platform/dates';
import { isId, newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type RenewError, type RenewView, renderRenew } from '../pages/renew/renew.tsx';
import type { RightView } from '../pages/right-standing.tsx';
import { paths, placeOf } from '../place.ts';
import { askedAgain, toRightView } from '../views/right-standing.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from './answers.ts';
import { holderOf } from './apply/asking.ts';
import { familyActor } from './family-actor.ts';
import { withDossier } from './follow.ts';
import type { RoutesInLanguage } from './portal.ts';
import type { Asking, OfFile } from './who-may-read-file.ts';

type Own = { readonly application: string; readonly number: string };
type Renewal = NonNullable<Awaited<ReturnType<typeof readRenewal>>>;
type At = Asking & { readonly own: Own; readonly renewal: Renewal; readonly right: RightView | undefined };

/** A registered family asks for its rights again, from the page of its request: what it declared last is kept. */
export const renewRoutes: RoutesInLanguage = (app, portal, language) => {
  const own =
    (deed: (at: At) => Promise<FastifyReply> | FastifyReply) => (request: FastifyRequest<OfFile>, reply: FastifyReply) =>
      withDossier({ portal, language, request, reply }, async (dossier) => {
        const { number } = dossier;
        const proof = portal.proofs.find(request);
        const asking = { portal, language, request, reply };
        const renewal = proof?.number === number ? await readRenewal(asking, proof) : undefined;
        if (!proof || !renewal) return goTo(reply, `/${language}${paths.request(number)}`);
        return deed({ ...asking, own: proof, renewal, right: toRightView(language, dossier) });
      });
  app.get<OfFile>('/follow/:number/renew', own(show));
  app.post<OfFile>('/follow/:number/renew', { bodyLimit: 16_384 }, own(ask));
};

async function readRenewal({ portal: { house } }: Asking, { application }: Own) {
  const asked = await house.desk.ask(renewalOf, { application }, { actor: familyActor(application) });
  return expectDone(asked, renewalOf.name).renewal;
}

function show({ portal, language, reply, own: { number }, renewal, right }: At, error?: RenewError, status = 200): FastifyReply {
  const day = toIsoDate(today(portal.house.clock));
  const view: RenewView = {
    ...{ number, token: newId(), endsOn: toDate(renewal.endsOn), hasEnded: renewal.endsOn < day },
    ...(right ? { right: renewal.asked === undefined ? right : askedAgain(right) } : {}),
    ...(renewal.opensOn > day ? { opensOn: toDate(renewal.opensOn) } : {}),
    ...(renewal.asked === undefined ? {} : { asked: toDate(renewal.asked) }),
    ...(renewal.begins === undefined ? {} : { begins: toDate(renewal.begins) }),
    ...(error ? { error } : {}),
  };
  return sendPage(reply, renderRenew(placeOf(language, paths.renew(number)), view), { status, personal: true });
}

async function ask(at: At): Promise<FastifyReply> {
  const { portal, request, language, own, reply } = at;
  if (isFromElsewhere(request)) return goTo(reply, `/${language}${paths.renew(own.number)}`);
  const isChanged = fieldOf(request.body, 'what') === 'changed';
  if (!isChanged && fieldOf(request.body, 'honour') !== 'yes') return show(at, 'missing', 422);
  if (await portal.hasTriedTooOften['open-draft'](request)) return show(at, 'too-often', 429);
  return isChanged ? write(at) : repeat(at);
}

/** Nothing has changed: the request is filed at once, and its page opens. */
async function repeat(at: At): Promise<FastifyReply> {
  const { portal, request, language, own, renewal, reply } = at;
  const token = fieldOf(request.body, 'token');
  const id = isId(token) ? token : newId();
  const by = { actor: familyActor(own.application), key: `portal:renew:${id}` };
  const input = { request: id, registration: renewal.registration, declaredOnHonour: true as const };
  const outcome = await portal.house.desk.do(askRenewal, input, by);
  if (!outcome.ok) return show(at, toError(outcome.refusal.refused), 422);
  const { application, number, territory } = outcome.output;
  portal.proofs.keep(request, reply, { application, number, territory });
  return goTo(reply, `/${language}${paths.request(number)}`);
}

function toError(refused: string): RenewError {
  return refused === 'renewal-asked' || refused === 'open-request' ? refused : 'not-restated';
}

/** Something has changed: the form opens with the answers that stand. */
async function write(at: At): Promise<FastifyReply> {
  const { portal, request, language, renewal, reply } = at;
  const answers = form.Answers.safeParse(renewal.answers);
  const day = toIsoDate(today(portal.house.clock));
  if (renewal.opensOn > day || (renewal.begins ?? renewal.asked) !== undefined) return show(at);
  const id = newId();
  const codeDigest = portal.drafts.digestOf(portal.drafts.codeOf(id));
  const renews = { registration: renewal.registration, answers: answers.success ? answers.data : form.noAnswers };
  const input = {
    draft: id,
    codeDigest,
    language,
    renews: { ...renews, answers: { ...renews.answers, members: [...renews.answers.members] } },
  };
  expectDone(await portal.house.desk.do(openDraft, input, { actor: holderOf(portal, id), key: `${id}:open` }), 'open-draft');
  portal.drafts.keep(request, reply, { draft: id });
  return goTo(reply, `/${language}${paths.apply.tasks}`);
}
