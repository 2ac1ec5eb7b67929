import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { beginSecondFactor, changePassword } from '#modules/staff';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import type { House } from '../../house.ts';
import { atPace, limitedByLogin } from '../../server/pace.ts';

// No database and no hash takes a NUL.
const text = z.string().regex(/^[^\0]*$/);
const own = { login: text.min(1).max(120), password: text.min(1).max(400) };
export const SignInForm = z.object({ ...own, code: text.max(20).optional(), post: z.uuid().optional() });
const NewPasswordForm = z.object({ ...own, code: text.max(20).optional(), newPassword: text.min(1).max(400) });
const SecondFactorForm = z.object({ ...own, label: text.min(1).max(200) });

/** What an agent changes about the way in, before or without a session: the own password, and the telephone that gives the codes. */
export function credentialRoutes(app: FastifyInstance, house: House): void {
  app.post('/api/office/password', { ...limitedByLogin, bodyLimit: 16_384 }, async (request, reply) => {
    const form = formOf(NewPasswordForm, request);
    if (isRefusal(form)) return refused(reply, form);
    const { code, ...credentials } = form;
    const known = { ...credentials, ...(code === undefined ? {} : { code }) };
    return refused(reply, await atPace(house, request, () => changePassword(house, known)));
  });
  app.post('/api/office/second-factor', { ...limitedByLogin, bodyLimit: 16_384 }, async (request, reply) => {
    const form = formOf(SecondFactorForm, request);
    if (isRefusal(form)) return refused(reply, form);
    const { label, ...credentials } = form;
    return refused(reply, await atPace(house, request, () => beginSecondFactor(house, credentials, label)));
  });
}

/** What a page of the office sent; no form of another site is read. */
export function formOf<T extends z.ZodType>(form: T, request: FastifyRequest): z.output<T> | Refusal {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return refuse('not-allowed');
  const read = form.safeParse(request.body);
  if (read.success) return read.data;
  return refuse('wrong-input', { place: read.error.issues[0]?.path.join('.') ?? '' });
}

/** The answer, or the refusal with the status that says whose fault it is. Nothing of it is kept by a browser. */
export function refused<T>(reply: FastifyReply, outcome: T | Refusal): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (!isRefusal(outcome)) return reply.send(outcome);
  return reply.code(statuses[outcome.refused] ?? 401).send(outcome);
}

const statuses: Readonly<Record<string, number>> = { 'wrong-input': 400, 'not-allowed': 403, 'too-many-requests': 429 };
