import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type SigningKey, toPem } from '#modules/cards';
import type { Clock } from '#platform/clock';

/** Which file a browser has shown that it may read. */
export type Proof = z.output<typeof Proof>;

const Proof = z.object({ application: z.uuid(), number: z.string(), territory: z.string(), until: z.number() });

/**
 * Remembers for half an hour that the number and the birth date were right. A signed cookie rather than a stored token: any server of the
 * house honours it, nothing piles up, and it holds no birth date that the next user of a shared machine could read.
 */
export type Proofs = {
  keep(request: FastifyRequest, reply: FastifyReply, file: Omit<Proof, 'until'>): void;
  find(request: FastifyRequest): Proof | undefined;
};

const COOKIE = 'ramed_file';
const MINUTES = 30;

export function openProofs(signingKey: SigningKey, clock: Clock): Proofs {
  const secret = Buffer.from(hkdfSync('sha256', toPem(signingKey), '', 'ramed.portal.proof/1', 32));
  const seal = (body: string) => createHmac('sha256', secret).update(body).digest('base64url');
  return {
    keep(request, reply, file) {
      const proof: Proof = { ...file, until: clock.now().add({ minutes: MINUTES }).epochMilliseconds };
      const body = Buffer.from(JSON.stringify(proof)).toString('base64url');
      const value = `${body}.${seal(body)}`;
      const secure = request.protocol === 'https';
      // No age: the browser forgets it when it is closed, which on a shared machine is sooner.
      reply.setCookie(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'strict', secure });
    },
    find(request) {
      const [body = '', given = ''] = (request.cookies[COOKIE] ?? '').split('.');
      if (!isSame(given, seal(body))) return undefined;
      const proof = parseProof(body);
      return proof && proof.until > clock.now().epochMilliseconds ? proof : undefined;
    },
  };
}

function parseProof(body: string): Proof | undefined {
  return Proof.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data;
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
