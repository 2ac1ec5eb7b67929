import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Instant } from '#platform/dates';
import type { Actor } from '#platform/permissions';
import { type Refusal, refuse } from '#platform/refusals';

/**
 * What a device that was without a network relies on before it throws its own copy away: the key it sent, the digest of what arrived (SHA-256 of
 * the canonical JSON of a deed's input, or of the bytes of a page) and the moment. A proxy's page, half an answer and the answer to something else
 * bear none that fits. A refusal bears it too: it is ours, and about this deed.
 */
export function giveReceipt(reply: FastifyReply, receipt: { key: string; digest: string; at: Instant }): void {
  reply.header('ramed-receipt-key', receipt.key);
  reply.header('ramed-receipt-digest', receipt.digest);
  reply.header('ramed-receipt-at', receipt.at.toString());
}

/**
 * A deed made earlier says who made it, at which post. On a shared computer somebody else may be signed in by the time it is sent, or nobody: it
 * would become theirs, so it is not done. A request that names no author is by whoever is signed in.
 */
export function findWrongAuthor(request: FastifyRequest, actor: Actor): Refusal<'signed-out' | 'other-author'> | undefined {
  const author = request.headers['ramed-author'];
  if (author === undefined || author === `${actor.id}/${actor.post ?? ''}`) return undefined;
  return refuse(actor.id === 'public' ? 'signed-out' : 'other-author');
}
