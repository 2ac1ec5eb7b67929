import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assets, contentSecurityPolicy } from '#design/assets.ts';
import { isLanguage } from '#platform/i18n';
import { enhancements } from '../../surfaces/portal/enhancement.ts';
import { pageExamples } from '../../surfaces/portal/pages/examples.ts';
import { renderGallery } from '../../surfaces/portal/pages/gallery.tsx';
import { placeOf } from '../../surfaces/portal/place.ts';

/** Serves every page example at `/example/{language}/{name}` and the gallery at `/gallery?language=…`, on a free port of this machine only. */
export async function serveExamples(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = answerTo(new URL(request.url ?? '/', 'http://localhost'));
    response.writeHead(answer ? 200 : 404, {
      'content-type': answer?.contentType ?? 'text/plain',
      'content-security-policy': contentSecurityPolicy,
    });
    response.end(answer?.body ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closeServer(server) };
}

function answerTo({ pathname, searchParams }: URL): { contentType: string; body: string | Buffer } | undefined {
  const asset = [...assets, ...enhancements()].find(({ address }) => address === pathname);
  if (asset) return asset;
  if (pathname === '/gallery')
    return html(renderGallery(searchParams.get('language') ?? 'ar', searchParams.get('component') ?? undefined));
  const [, , language, name] = pathname.split('/');
  const example = pageExamples.find((candidate) => candidate.name === name);
  return example && isLanguage(language) ? html(example.render(placeOf(language, example.path))) : undefined;
}

function html(body: string): { contentType: string; body: string } {
  return { contentType: 'text/html; charset=utf-8', body };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
