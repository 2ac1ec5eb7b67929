import type { FastifyReply, FastifyRequest } from 'fastify';

/** How a page is sent: `personal` ones are kept by nobody on the way, nor by the browser for whoever uses it next. */
export type Sending = { readonly status?: number; readonly personal?: boolean };

export function sendPage(reply: FastifyReply, html: string, { status = 200, personal = false }: Sending = {}): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', personal ? 'no-store' : 'no-cache')
    .type('text/html; charset=utf-8')
    .send(html);
}

/** After a form: the browser asks for the next page anew, so that going back or reloading sends nothing twice. */
export function goTo(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(address, 303);
}

/** What came of a form's field: one line or none, whatever was really sent. */
export function fieldOf(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}

/**
 * Whether the browser says that another site sent this form. One that says nothing, as very old telephones do, is believed: our cookies
 * are never sent along from elsewhere.
 */
export function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== request.headers.host;
}
