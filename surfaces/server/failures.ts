import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError } from '#platform/errors';
import { isRefusal, refuse } from '#platform/refusals';
import type { House } from '../house.ts';

/** What the framework finds wrong with a request before any route sees it, in our words: the place and the rule. */
const unreadable: Readonly<Record<number, { readonly place: string; readonly rule: string }>> = {
  400: { place: '', rule: 'unreadable' },
  413: { place: '', rule: 'too-large' },
  415: { place: 'Content-Type', rule: 'content-type' },
};

/** Answers what was thrown: a refusal as it is, a request that cannot be read in the shape of its door, and a failure of ours without a word of why. */
export function answerFailure({ log }: House): (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply {
  return (error, request, reply) => {
    if (isRefusal(error)) return reply.code(statusOf(error)).send({ refused: error.refused });
    const { code, message } = describeError(error);
    const status = statusOf(error);
    if (status >= 500) log.error({ code, message, route: request.routeOptions.url }, 'request failed');
    const wrong = code.startsWith('FST_') ? unreadable[status] : undefined;
    if (!wrong) return reply.code(status).send({ error: status >= 500 ? 'internal' : code, request: request.id });
    const { place, rule } = wrong;
    if (request.url.startsWith('/gateway/'))
      return reply.code(status).send({ error: 'not-as-in-the-manual', place, facts: { rule } });
    return reply.code(status).send(refuse('wrong-input', { place, facts: { rule } }));
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
