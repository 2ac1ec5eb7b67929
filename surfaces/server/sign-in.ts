import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { signOut } from '#modules/staff';
import { isRefusal } from '#platform/refusals';
import type { House } from '../house.ts';
import { tokenOf } from './identity.ts';
import { limitedByLogin, signInAtPace } from './pace.ts';

// No database and no hash takes a NUL.
const text = z.string().regex(/^[^\0]*$/);

const Credentials = z.object({
  login: text.min(1).max(120),
  password: text.min(1).max(400),
  code: text.max(12).optional(),
  post: z.uuid().optional(),
});

/** Sign-in for programs: a token for a password, to be sent as `Authorization: Bearer …`. */
export function signInRoutes(app: FastifyInstance, house: House): void {
  app.post(
    '/api/sign-in',
    { ...limitedByLogin, schema: { summary: 'Open a session for an agent', tags: ['staff'], body: Credentials } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const given = Credentials.safeParse(request.body);
      if (!given.success) return reply.code(400).send({ refused: 'wrong-input', place: given.error.issues[0]?.path.join('.') });
      const { login, password, code, post } = given.data;
      const outcome = await signInAtPace(house, request, {
        login,
        password,
        ...(code === undefined ? {} : { code }),
        ...(post === undefined ? {} : { post }),
      });
      if (isRefusal(outcome)) return reply.code(outcome.refused === 'too-many-requests' ? 429 : 401).send(outcome);
      return {
        token: outcome.token,
        expires: outcome.expires.toString(),
        posts: outcome.posts.map(({ id, role, territory }) => ({ id, role, territory })),
      };
    },
  );
  app.post('/api/sign-out', { schema: { summary: 'End the session', tags: ['staff'] } }, async (request) => {
    const token = tokenOf(request);
    if (token !== undefined) await signOut(house, token);
    return { signedOut: token !== undefined };
  });
}
