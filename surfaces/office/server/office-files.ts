import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { builtOffice } from '../build/build-office.ts';

/** The two sheets that react-aria adds by itself, by their digests: how far a finger scrolls on a button, and behind an open window. */
const stylesOfAria =
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=' 'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='";

/** The policy of the office: its own scripts, styles and pictures, pictures taken a moment ago, and no other host. */
const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' ${stylesOfAria}; font-src 'self'; img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The files of the built office; any other address under `/office/` opens it, and it finds its own way from there. */
export function officeFiles(app: FastifyInstance): void {
  app.get('/office', async (_request, reply) => reply.redirect('/office/'));
  app.get('/office/*', async (request, reply) => sendFile(request, reply));
}

async function sendFile(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { folder } = await builtOffice();
  const asked = normalize(decodeURIComponent(new URL(request.url, 'http://office').pathname.slice('/office/'.length)));
  const isFile = !asked.startsWith('..') && isFileIn(folder, asked);
  if (!isFile && asked.startsWith(`assets${sep}`)) return reply.code(404).type('text/plain').send('not found');
  const name = isFile ? asked : 'index.html';
  const isPacked = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')) && isFileIn(folder, `${name}.br`);
  if (isPacked) reply.header('content-encoding', 'br').header('vary', 'accept-encoding');
  return reply
    .header('content-security-policy', policy)
    .header('permissions-policy', 'camera=(self)')
    .header('cache-control', asked.startsWith(`assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache')
    .type(types[extname(name)] ?? 'application/octet-stream')
    .send(readFileSync(join(folder, isPacked ? `${name}.br` : name)));
}

function isFileIn(folder: string, name: string): boolean {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
