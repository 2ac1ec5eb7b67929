import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { findSignedIn, myPosts, type Role, signOut } from '#modules/staff';
import { findCommune, findProvince } from '#modules/territory';
import type { Actor } from '#platform/permissions';
import { isRefusal, refuse } from '#platform/refusals';
import type { House } from '../../house.ts';
import { vaultSecret } from '../../keys.ts';
import { dropSession, findSession, keepSession, tokenOf } from '../../server/identity.ts';
import { limitedByLogin, signInAtPace } from '../../server/pace.ts';

// No database and no hash takes a NUL.
const text = z.string().regex(/^[^\0]*$/);
const SignInForm = z.object({
  login: text.min(1).max(120),
  password: text.min(1).max(400),
  code: text.max(12).optional(),
  post: z.uuid().optional(),
});

/** For how many days an agent opens the office by PIN without the server: law 09-08 wants no more personal data about than work needs. */
const OFFLINE_DAYS = 3;

/** Opens, tells and ends the session of the office. The token stays in a cookie that no script reads. */
export function sessionRoutes(app: FastifyInstance, house: House): void {
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
  reply.header('cache-control', 'no-store');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return reply.code(403).send(refuse('not-allowed'));
  const form = SignInForm.safeParse(request.body);
  if (!form.success) return reply.code(400).send(refuse('wrong-input', { place: form.error.issues[0]?.path.join('.') ?? '' }));
  const { login, password, code, post } = form.data;
  const credentials = { login, password, ...(code === undefined ? {} : { code }), ...(post === undefined ? {} : { post }) };
  const outcome = await signInAtPace(house, request, credentials);
  if (isRefusal(outcome)) return reply.code(outcome.refused === 'too-many-requests' ? 429 : 401).send(outcome);
  keepSession(reply, outcome.token, request.protocol === 'https');
  const found = await findSignedIn(house, outcome.token);
  if (!found) return reply.code(401).send(refuse('no-post'));
  const secret = createHmac('sha256', vaultSecret(house.signingKey)).update(found.session.agent_id).digest('base64url');
  return { ...(await sessionOf(house, found)), vaultSecret: secret, offlineDays: OFFLINE_DAYS };
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
