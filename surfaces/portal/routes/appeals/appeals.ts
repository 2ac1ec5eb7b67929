import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AppealCriterion, appealCriteria, fileAppeal, LONGEST_APPEAL } from '#modules/commissions';
import { digestOf } from '#platform/canonical-json';
import { today } from '#platform/clock';
import { isId, newId } from '#platform/ids';
import { scopeOf } from '#platform/permissions';
import { renderAppeal } from '../../pages/appeals/appeal.tsx';
import { type AppealError, type AppealFormView, renderAppealForm } from '../../pages/appeals/form.tsx';
import { renderNoAppeal } from '../../pages/appeals/no-appeal.tsx';
import { paths, placeOf } from '../../place.ts';
import { toAppealFormView, toAppealView } from '../../views/appeals.ts';
import type { Dossier } from '../../views/dossier.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import { withDossier } from '../follow.ts';
import { readPhone } from '../phone-field.ts';
import type { RoutesInLanguage } from '../portal.ts';
import type { Asking, OfFile } from '../who-may-read-file.ts';

/** P20: contest the decision, then follow the appeal on the same page. */
export const appealRoutes: RoutesInLanguage = (app, portal, language) => {
  app.get<OfFile>('/follow/:number/appeal', (request, reply) =>
    withDossier({ portal, language, request, reply }, (dossier) => show({ portal, language, request, reply }, dossier)),
  );
  app.post<OfFile>('/follow/:number/appeal', { bodyLimit: 65_536 }, (request, reply) =>
    withDossier({ portal, language, request, reply }, (dossier) => receive({ portal, language, request, reply }, dossier)),
  );
};

type Filling = Pick<AppealFormView, 'token' | 'typed' | 'errors'>;

/** The appeal that was filed, or the form, or why there is none. */
function show(asking: Asking, dossier: Dossier, filling: Filling = { token: newId() }, status = 200): FastifyReply {
  const { portal, language, reply } = asking;
  const place = placeOf(language, paths.appeal(dossier.number));
  const day = today(portal.house.clock);
  if (dossier.appeal) {
    const view = toAppealView(language, dossier, dossier.appeal, day);
    return sendPage(reply, renderAppeal(place, view), { status, personal: true });
  }
  const view = toAppealFormView(language, dossier, day);
  const page = view ? renderAppealForm(place, { ...view, ...filling }) : renderNoAppeal(place, dossier);
  return sendPage(reply, page, { status, personal: true });
}

/** The same form sent twice is one appeal; another one for the same decision leads to the first. */
async function receive(asking: Asking, dossier: Dossier): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  if (isFromElsewhere(request)) return show(asking, dossier, { token: newId() }, 403);
  const form = readForm(request);
  const { typed, token } = form;
  const refuse = (errors: readonly AppealError[], status: number) => show(asking, dossier, { token, typed, errors }, status);
  if (await portal.hasTriedTooOften.complain(request)) return refuse(['too-many-attempts'], 429);
  if (form.errors.length > 0) return refuse(form.errors, 422);
  const proof = portal.proofs.find(request);
  const application = proof?.number === dossier.number ? proof.application : undefined;
  // Only who has shown the family's own right contests for it: an agent's session reads this page and sends nothing.
  if (application === undefined) return show(asking, dossier, { token, typed }, 403);
  const input = { application, criteria: form.criteria, words: typed.words.trim(), language, ...form.phone };
  const actor = {
    id: `citizen:${application}`,
    permissions: new Set(['commissions:appeal'] as const),
    scopes: [scopeOf(dossier.territory)],
  };
  const key = `portal:appeal:${digestOf({ token, input })}`;
  const outcome = await portal.house.desk.do(fileAppeal, input, { actor, key });
  if (!outcome.ok && outcome.refusal.refused === 'nothing-said') return refuse(['words-missing'], 422);
  return goTo(reply, `/${language}${paths.appeal(dossier.number)}`);
}

function readForm({ body }: FastifyRequest) {
  const criteria = criteriaIn(body);
  const words = fieldOf(body, 'words')
    .replaceAll('\r\n', '\n')
    .slice(0, LONGEST_APPEAL * 2);
  const phone = fieldOf(body, 'phone').slice(0, 40);
  const read = readPhone(phone);
  const token = fieldOf(body, 'token');
  const errors: (AppealError | undefined)[] = [
    criteria.length === 0 ? 'criteria-missing' : undefined,
    words.trim().length > LONGEST_APPEAL ? 'words-too-long' : undefined,
    read === 'phone-wrong' ? read : undefined,
  ];
  return {
    token: isId(token) ? token : newId(),
    typed: { criteria, words, phone },
    criteria,
    phone: read === undefined || read === 'phone-wrong' ? {} : { phone: read },
    errors: errors.filter((error) => error !== undefined),
  };
}

/** Boxes that were ticked come as one text or as a list. */
function criteriaIn(body: unknown): AppealCriterion[] {
  const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>).criteria : undefined;
  const ticked: readonly unknown[] = Array.isArray(given) ? given : [given];
  return appealCriteria.filter((criterion) => ticked.includes(criterion));
}
