import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What can go wrong between a counter and the server, the likeliest first; those that begin with `did-` let the server do the deed first. */
export const faults = [
  'did-cut',
  'did-half',
  'did-half-json',
  'did-page',
  'failure',
  'page',
  'signed-out',
  'cut',
  'busy',
  'redirect',
  'did-slow',
] as const;
export type Fault = (typeof faults)[number];

/** So many times in a row at most does one item meet a fault: more, and an outbox is right to let others pass. */
const MOST_IN_A_ROW = 4;
/** Longer than the patience of who asks. */
export const SLOW = 1_200;

export type FaultyLine = {
  readonly origin: string;
  readonly met: ReadonlyMap<Fault, number>;
  close(): Promise<void>;
};

/** A line to a server that goes wrong as `choose` says, request by request. */
export async function faultyLine(to: string, choose: () => Fault | undefined): Promise<FaultyLine> {
  const met = new Map<Fault, number>();
  const inARow = new Map<string, number>();
  const server = createServer((request, reply) => {
    const key = String(request.headers['idempotency-key'] ?? 'ping');
    const before = inARow.get(key) ?? 0;
    const fault = before < MOST_IN_A_ROW ? choose() : undefined;
    inARow.set(key, fault === undefined ? 0 : before + 1);
    if (fault !== undefined) met.set(fault, (met.get(fault) ?? 0) + 1);
    void carry(to, { request, reply }, fault).catch(() => request.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, met, close: () => closed(server) };
}

type Exchange = { readonly request: IncomingMessage; readonly reply: ServerResponse };

const PAGE = '<!doctype html><title>Wi-Fi</title><p>Bienvenue';

async function carry(to: string, { request, reply }: Exchange, fault: Fault | undefined): Promise<void> {
  const body = await bytesOf(request);
  if (fault === 'cut') return void request.socket.destroy();
  if (fault === 'failure') return answer(reply, 500, 'application/json', '{"error":"internal"}');
  if (fault === 'page') return answer(reply, 200, 'text/html', PAGE);
  if (fault === 'signed-out') return answer(reply, 401, 'application/json', '{"refused":"signed-out"}');
  if (fault === 'busy')
    return answer(reply.setHeader('retry-after', '0'), 429, 'application/json', '{"refused":"too-many-requests"}');
  if (fault === 'redirect') return answer(reply.setHeader('location', '/fr/sign-in'), 302, 'text/html', PAGE);
  const { status, headers, text } = await forward(to, request, body);
  if (fault === 'did-cut') return void request.socket.destroy();
  if (fault === 'did-page') return answer(reply, 200, 'text/html', PAGE);
  if (fault === 'did-slow') await wait(SLOW);
  for (const [name, value] of headers)
    if (!/^(content-length|transfer-encoding|connection)$/.test(name)) reply.setHeader(name, value);
  reply.statusCode = status;
  if (fault === 'did-half') {
    reply.setHeader('content-length', text.length).write(text.subarray(0, text.length >> 1));
    await wait(5);
    return void request.socket.destroy();
  }
  reply.end(fault === 'did-half-json' ? text.subarray(0, text.length >> 1) : text);
}

async function forward(to: string, request: IncomingMessage, body: Buffer) {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !/^(host|connection|content-length|transfer-encoding)$/.test(name) ? [[name, value]] : [],
    ),
  );
  const method = request.method ?? 'GET';
  const sent = method === 'GET' ? { method, headers } : { method, headers, body: new Uint8Array(body) };
  const answered = await fetch(`${to}${request.url}`, { ...sent, redirect: 'manual' });
  return { status: answered.status, headers: [...answered.headers], text: Buffer.from(await answered.arrayBuffer()) };
}

function answer(reply: ServerResponse, status: number, type: string, text: string): void {
  reply.statusCode = status;
  reply.setHeader('content-type', type).end(text);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
