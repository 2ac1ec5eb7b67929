import type { FastifyReply, FastifyRequest } from 'fastify';
import { findSignedIn } from '#modules/staff';
import { type Actor, publicActor } from '#platform/permissions';
import type { House } from '../house.ts';
import { paceOf } from './pace.ts';

const COOKIE = 'ramed_session';

/** Who sends a request: the agent of its session, else anyone. A session comes as a bearer token (programs) or a cookie (browsers). */
export async function actorOf(house: House, request: FastifyRequest): Promise<Actor> {
  const found = await findSession(house, request);
  return found?.actor ?? publicActor;
}

export async function findSession(house: House, request: FastifyRequest) {
  const token = tokenOf(request);
  if (token === undefined) return undefined;
  const found = await findSignedIn(house, token);
  if (found) paceOf(house).know(token);
  return found;
}

/**
 * A bearer token is sent on purpose; a cookie is sent by any page that makes the browser do it, so a deed by cookie must also come from
 * one of our own pages. No script is needed for that: browsers say where a form comes from.
 */
export function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request)) return undefined;
  return request.cookies[COOKIE];
}

function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  return origin !== undefined && URL.parse(origin)?.host === request.headers.host;
}

export function keepSession(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

export function dropSession(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' });
}
