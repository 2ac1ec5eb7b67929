import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  aboutWhom,
  familyOverTime,
  type LifeEventKind,
  lifeEventKinds,
  proofOf,
  reportLifeEvent,
  withdrawLifeEvent,
} from '#modules/entitlements';
import { communesOfProvince, findCommune } from '#modules/territory';
import { today } from '#platform/clock';
import { casablancaDate, Temporal, toDate } from '#platform/dates';
import { isId, newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { renderFamily } from '../pages/family/family.tsx';
import type { FamilyView } from '../pages/family/family.view.ts';
import type { RightView } from '../pages/right-standing.tsx';
import { paths, placeOf } from '../place.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from './answers.ts';
import { familyActor } from './family-actor.ts';
import { withDossier } from './follow.ts';
import type { RoutesInLanguage } from './portal.ts';
import { type ReadChange, readChange } from './read-change.ts';
import { readRightView } from './read-newer.ts';
import type { Asking, OfFile } from './who-may-read-file.ts';

type Own = { readonly application: string; readonly number: string };
type Family = NonNullable<Awaited<ReturnType<typeof readFamily>>>;
type At = Asking & { readonly own: Own; readonly family: Family; readonly right: RightView | undefined };

/** The family of a registered request over time, for whoever has shown the family's own right to it: who has rights, what was told, a change to tell. */
export const familyRoutes: RoutesInLanguage = (app, portal, language) => {
  const own =
    (deed: (at: At) => Promise<FastifyReply> | FastifyReply) => (request: FastifyRequest<OfFile>, reply: FastifyReply) =>
      withDossier({ portal, language, request, reply }, async (dossier) => {
        const { number } = dossier;
        const proof = portal.proofs.find(request);
        const family = proof?.number === number ? await readFamily({ portal, language, request, reply }, proof) : undefined;
        if (!proof || !family) return goTo(reply, `/${language}${paths.request(number)}`);
        const right = await readRightView(portal, language, { dossier, id: proof.application });
        return deed({ portal, language, request, reply, own: proof, family, right });
      });
  const form = { bodyLimit: 16_384 };
  app.get<OfFile>('/follow/:number/family', own(show));
  app.post<OfFile>('/follow/:number/family', form, own(tell));
  app.post<OfFile>('/follow/:number/family/withdraw', form, own(withdraw));
};

async function readFamily({ portal: { house } }: Asking, own: Own) {
  const asked = await house.desk.ask(familyOverTime, { application: own.application }, { actor: familyActor(own.application) });
  return expectDone(asked, familyOverTime.name).family;
}

function page({ language, reply, own, family, right }: At, more: Partial<FamilyView>, status = 200): FastifyReply {
  const { number } = own;
  const view: FamilyView = {
    ...{ number, token: newId() },
    ...(right ? { right } : {}),
    members: family.members.map(({ person, names, isIn, until, endsBy }) => ({
      ...{ person, names, isIn },
      ...(until ? { until: toDate(until) } : {}),
      ...(endsBy ? { endsBy } : {}),
    })),
    events: family.events.map(({ event, kind, names, correction, state, happenedOn, reportedAt, reason }) => ({
      ...{ event, kind, state, on: toDate(happenedOn), reportedOn: casablancaDate(Temporal.Instant.from(reportedAt)) },
      ...(names ? { names } : {}),
      ...(correction ? { told: toldOf(correction) } : {}),
      ...(reason ? { reason } : {}),
    })),
    ...more,
  };
  return sendPage(reply, renderFamily(placeOf(language, paths.family(number)), view), { status, personal: true });
}

type Correction = NonNullable<Family['events'][number]['correction']>;

function toldOf({ now: { names, sex, birthDate, cnie }, fields }: Correction) {
  return fields.map((field) => {
    if (field === 'birthDate') return { field, word: toDate(birthDate) };
    if (field === 'sex') return { field, word: sex };
    if (field === 'cnie') return { field, word: cnie ?? '' };
    const [, script, part] = field.split('.') as ['names', 'fr' | 'ar', 'family' | 'given'];
    return { field, word: names[script]?.[part] ?? '' };
  });
}

function kindIn(fields: unknown): LifeEventKind | undefined {
  return lifeEventKinds.find((kind) => kind === fieldOf(fields, 'kind'));
}

/** What the form of a change asks for beside its day and its paper. */
function formOf({ language, family }: At, kind: LifeEventKind): Partial<FamilyView> {
  const about = aboutWhom(kind);
  const province = findCommune(family.territory)?.province;
  const communes = about === 'family' && province ? communesOfProvince(province) : [];
  return {
    ...{ kind, about, proofKind: proofOf(kind) },
    communes: communes.map(({ code, name }) => ({ value: code, label: language === 'ar' ? name.ar : name.fr })),
  };
}

function show(at: At): FastifyReply {
  const kind = kindIn(at.request.query);
  return page(at, kind ? formOf(at, kind) : { isSent: fieldOf(at.request.query, 'sent') === 'yes' });
}

async function tell(at: At): Promise<FastifyReply> {
  const { portal, request, language, own, family, reply } = at;
  const kind = kindIn(request.body);
  if (!kind || isFromElsewhere(request)) return goTo(reply, `/${language}${paths.family(own.number)}`);
  const token = fieldOf(request.body, 'token');
  const read: ReadChange = readChange(request.body, { kind, language, today: today(portal.house.clock) });
  const refuse = (more: Pick<FamilyView, 'errors' | 'refusal'>, status: number) =>
    page(at, { ...formOf(at, kind), typed: read.typed, ...more }, status);
  if (!read.change) return refuse({ errors: read.errors ?? [] }, 422);
  if (await portal.hasTriedTooOften.papers(request)) return refuse({ errors: ['not-done'] }, 429);
  const event = isId(token) ? token : newId();
  const input = { ...read.change, event, kind, registration: family.registration };
  const outcome = await portal.house.desk.do(reportLifeEvent, input, {
    actor: familyActor(own.application),
    key: `portal:family:${event}`,
  });
  return outcome.ok ? goTo(reply, `/${language}${paths.family(own.number)}?sent=yes`) : refuse({ refusal: outcome.refusal }, 422);
}

async function withdraw(at: At): Promise<FastifyReply> {
  const { portal, request, language, own, family, reply } = at;
  const event = fieldOf(request.body, 'event');
  if (isId(event) && !isFromElsewhere(request)) {
    const input = { event, registration: family.registration };
    // Decided meanwhile: the page says so.
    await portal.house.desk.do(withdrawLifeEvent, input, { actor: familyActor(own.application), key: newId() });
  }
  return goTo(reply, `/${language}${paths.family(own.number)}`);
}
