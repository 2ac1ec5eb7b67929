import type { FastifyReply } from 'fastify';

/** A page as it was sent to us, for who may see it: never run, never guessed at by the browser, kept by nobody on the way. */
export function sendStoredPage(
  reply: FastifyReply,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
  bytes: Buffer,
): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('content-disposition', `inline; filename="${name}.${mediaType.split('/')[1]}"`)
    .type(mediaType)
    .send(bytes);
}
