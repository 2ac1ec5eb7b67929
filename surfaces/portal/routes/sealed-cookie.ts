import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type SigningKey, toPem } from '#modules/cards';
import type { Clock } from '#platform/clock';

/**
 * Remembers for half an hour, or so many minutes, in the browser alone, what somebody has shown a right to. A signed cookie rather than a stored token: any
 * server of the house honours it, nothing piles up, and it must hold nothing that the next user of a shared machine could use elsewhere.
 */
export type SealedCookie<T> = {
  keep(request: FastifyRequest, reply: FastifyReply, content: T): void;
  find(request: FastifyRequest): T | undefined;
  drop(reply: FastifyReply): void;
};

const MINUTES = 30;
const Until = z.looseObject({ until: z.number() });

export function openSealedCookie<T extends object>(
  name: string,
  schema: z.ZodType<T>,
  { signingKey, clock, minutes = MINUTES }: { readonly signingKey: SigningKey; readonly clock: Clock; readonly minutes?: number },
): SealedCookie<T> {
  const seal = sealerOf(signingKey, `ramed.portal.${name}/1`);
  return {
    keep(request, reply, content) {
      const until = clock.now().add({ minutes }).epochMilliseconds;
      const body = Buffer.from(JSON.stringify({ ...content, until })).toString('base64url');
      const secure = request.protocol === 'https';
      // No age: the browser forgets it when it is closed, which on a shared machine is sooner.
      reply.setCookie(name, `${body}.${seal(body, 'base64url')}`, { path: '/', httpOnly: true, sameSite: 'strict', secure });
    },
    find(request) {
      const [body = '', given = ''] = (request.cookies[name] ?? '').split('.');
      if (!isSame(given, seal(body, 'base64url'))) return undefined;
      const content: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
      const lasts = Until.safeParse(content);
      return lasts.success && lasts.data.until > clock.now().epochMilliseconds ? schema.safeParse(content).data : undefined;
    },
    drop(reply) {
      reply.clearCookie(name, { path: '/' });
    },
  };
}

/** Seals texts for one purpose with a secret of the house: the same text, the same seal, and nobody else can make it. */
export function sealerOf(signingKey: SigningKey, purpose: string): (text: string, encoding: 'base64url' | 'hex') => string {
  const secret = Buffer.from(hkdfSync('sha256', toPem(signingKey), '', purpose, 32));
  return (text, encoding) => createHmac('sha256', secret).update(text).digest(encoding);
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
