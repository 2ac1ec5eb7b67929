import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  /** The body as text, or undefined when it is longer than the manual allows. */
  readonly readBody: () => Promise<string | undefined>;
  /** The body as it comes, for files of any length. */
  readonly chunks: AsyncIterable<Buffer>;
};

/** 'hang-up' destroys the connection without a word. */
export type Reply =
  | { readonly status: number; readonly body: string; readonly type?: string; readonly retryAfter?: number }
  | 'hang-up';

export type Listening = { readonly url: string; readonly stop: () => Promise<void> };

const longestBody = 2_000_000;

/** Serves on 127.0.0.1 only. `stop` lets the calls under way end, for a second at most. Port 0 takes a free one. */
export async function listen(port: number, handle: (call: Call) => Promise<Reply>): Promise<Listening> {
  const server = createServer((request, response) => {
    handle(toCall(request)).then(
      (reply) => send(request, response, reply),
      (fault: unknown) => {
        console.error(fault);
        send(request, response, json(500, { error: 'internal' }));
      },
    );
  });
  // Longer than a busy caller pauses: a line that is closed just as it is used again fails a question that was never asked.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => stop(server) };
}

export function json(status: number, value: unknown): Exclude<Reply, 'hang-up'> {
  return { status, body: JSON.stringify(value) };
}

function toCall(request: IncomingMessage): Call {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    readBody: () => readBody(request),
    chunks: request,
  };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (reply === 'hang-up') {
    request.socket.destroy();
    return;
  }
  const body = Buffer.from(reply.body, 'utf8');
  response.statusCode = reply.status;
  response.setHeader('content-type', reply.type ?? 'application/json; charset=utf-8');
  response.setHeader('content-length', body.length);
  if (reply.retryAfter !== undefined) response.setHeader('retry-after', reply.retryAfter);
  response.end(body);
}

async function stop(server: Server): Promise<void> {
  const grace = setTimeout(() => server.closeAllConnections(), 1000);
  await new Promise<void>((closed) => {
    server.close(() => closed());
    server.closeIdleConnections();
  });
  clearTimeout(grace);
}
