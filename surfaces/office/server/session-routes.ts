import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findSignedIn, myPosts, type Role, signOut } from '#modules/staff';
import { findCommune, findProvince } from '#modules/territory';
import type { Actor } from '#platform/permissions';
import { isRefusal, refuse } from '#platform/refusals';
import type { House } from '../../house.ts';
import { vaultSecret } from '../../keys.ts';
import { dropSession, findSession, keepSession, tokenOf } from '../../server/identity.ts';
import { limitedByLogin, signInAtPace } from '../../server/pace.ts';
import { credentialRoutes, formOf, refused, SignInForm } from './credential-routes.ts';

/** For how many days an agent opens the office by PIN without the server: law 09-08 wants no more personal data about than work needs. */
const OFFLINE_DAYS = 3;

/** Opens, tells and ends the session of the office. The token stays in a cookie that no script reads. */
export function sessionRoutes(app: FastifyInstance, house: House): void {
  credentialRoutes(app, house);
  app.post('/api/office/sign-in', { ...limitedByLogin, bodyLimit: 16_384 }, async (request, reply) =>
    enter(house, request, reply),
  );
  app.get('/api/office/session', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const found = await findSession(house, request);
    if (!found) return reply.code(401).send(refuse('signed-out'));
    return sessionOf(house, found);
  });
  app.post('/api/office/sign-out', async (request, reply) => {
    const token = tokenOf(request);
    if (token !== undefined) {
      await signOut(house, token);
      dropSession(reply);
    }
    return { signedOut: token !== undefined };
  });
}

async function enter(house: House, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const form = formOf(SignInForm, request);
  if (isRefusal(form)) return refused(reply, form);
  const { login, password, code, post } = form;
  const credentials = { login, password, ...(code === undefined ? {} : { code }), ...(post === undefined ? {} : { post }) };
  const outcome = await signInAtPace(house, request, credentials);
  if (isRefusal(outcome)) return refused(reply, outcome);
  keepSession(reply, outcome.token, request.protocol === 'https');
  const found = await findSignedIn(house, outcome.token);
  if (!found) return refused(reply, refuse('no-post'));
  const secret = createHmac('sha256', vaultSecret(house.signingKey)).update(found.session.agent_id).digest('base64url');
  const { recoveryCodes } = outcome;
  return refused(reply, {
    ...(await sessionOf(house, found)),
    vaultSecret: secret,
    offlineDays: OFFLINE_DAYS,
    ...(recoveryCodes === undefined ? {} : { recoveryCodes }),
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>;

async function sessionOf(house: House, { actor, session }: Found) {
  const posts = await postsOf(house, actor);
  const here = { id: session.post_id, role: session.role, territory: session.territory };
  return {
    agent: {
      id: session.agent_id,
      login: session.login,
      names: { fr: session.name_fr, ar: session.name_ar },
      institution: session.institution,
    },
    post: withPlace(here),
    posts: posts.map(withPlace),
    permissions: [...actor.permissions],
  };
}

async function postsOf(house: House, actor: Actor): Promise<readonly { id: string; role: Role; territory: string }[]> {
  const outcome = await house.desk.ask(myPosts, {}, { actor });
  return outcome.ok ? (outcome.output.posts as { id: string; role: Role; territory: string }[]) : [];
}

function withPlace<P extends { territory: string }>(post: P) {
  const place = findCommune(post.territory) ?? findProvince(post.territory);
  return { ...post, place: place?.name ?? { fr: '', ar: '' } };
}
