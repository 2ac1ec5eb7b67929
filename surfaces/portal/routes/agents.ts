import type { FastifyReply, FastifyRequest } from 'fastify';
import { REST_MINUTES, type SignInRefusal, signIn, signOut } from '#modules/staff';
import type { Language } from '#platform/i18n';
import { isRefusal } from '#platform/refusals';
import { dropSession, keepSession, tokenOf } from '../../server/identity.ts';
import { renderSignIn, type SignInError, type SignInView } from '../pages/sign-in.tsx';
import { parseAddress, paths, placeOf } from '../place.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from './answers.ts';
import type { Portal, RoutesInLanguage } from './portal.ts';

/** The agents' door: sign in, sign out. */
export const agentRoutes: RoutesInLanguage = (app, portal, language) => {
  const { house } = portal;
  app.get('/sign-in', async (_request, reply) => askToSignIn(reply, language, {}));
  app.post('/sign-in', { bodyLimit: 16_384 }, (request, reply) => enter({ portal, language, request, reply }));
  app.post('/sign-out', async (request, reply) => {
    const token = tokenOf(request);
    if (token !== undefined) {
      await signOut(house, token);
      dropSession(reply);
    }
    return goTo(reply, `/${language}`);
  });
};

type Entering = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

function askToSignIn(reply: FastifyReply, language: Language, view: SignInView, status = 200): FastifyReply {
  return sendPage(reply, renderSignIn(placeOf(language, paths.signIn), view), { status, personal: true });
}

async function enter({ portal, language, request, reply }: Entering): Promise<FastifyReply> {
  if (isFromElsewhere(request)) return askToSignIn(reply, language, {}, 403);
  const form = readForm(request.body);
  const view = { typed: { identifier: form.login }, ...(form.returnTo ? { returnTo: form.returnTo } : {}) };
  const refuseWith = (errors: readonly SignInError[], status: number) =>
    askToSignIn(reply, language, { ...view, errors, lockedMinutes: REST_MINUTES }, status);
  if (form.missing.length > 0) return refuseWith(form.missing, 422);
  if (await portal.hasTriedTooOften['sign-in'](request)) return refuseWith(['too-many-attempts'], 429);
  const { login, password, code } = form;
  const outcome = await signIn(portal.house, { login, password, ...(code ? { code } : {}) });
  if (isRefusal(outcome)) return refuseWith([errorOf[outcome.refused]], 401);
  keepSession(reply, outcome.token, request.protocol === 'https');
  return goTo(reply, form.returnTo ?? `/${language}${paths.post}`);
}

const errorOf: Readonly<Record<SignInRefusal, SignInError>> = {
  'wrong-credentials': 'wrong',
  'no-post': 'wrong',
  'account-locked': 'locked',
  'second-factor-needed': 'code-needed',
  'new-password-needed': 'set-up-first',
  'second-factor-to-enrol': 'set-up-first',
};

function readForm(body: unknown) {
  const login = fieldOf(body, 'identifier').trim().slice(0, 120);
  const password = fieldOf(body, 'password').slice(0, 400);
  const missing: SignInError[] = [
    ...(login === '' ? (['identifier-missing'] as const) : []),
    ...(password === '' ? (['password-missing'] as const) : []),
  ];
  return { login, password, code: fieldOf(body, 'code').replace(/\s/g, '').slice(0, 12), returnTo: ownAddress(body), missing };
}

/** Only a page of this portal: a form must not be able to send an agent elsewhere once signed in. */
function ownAddress(body: unknown): string | undefined {
  const address = fieldOf(body, 'return-to');
  return /^\/[a-z]+(\/[a-z0-9-]+)*$/.test(address) && parseAddress(address) ? address : undefined;
}
