import type { FastifyInstance } from 'fastify';
import { assets } from '#design/assets.ts';
import { batchXsd } from '#modules/applications';
import { cardBatchXsd } from '#modules/cards';
import { coverListXsd } from '#modules/coverage';
import { declarationJsonSchema } from '#modules/eligibility';
import { registrationListXsd } from '#modules/entitlements';
import { enhancements } from '../enhancement.ts';

/** What pages and senders of batches and lists ask for: styles, fonts and the optional script, the two schemas of a request, those of lists and of a batch of cards. */
export function publishedFiles(app: FastifyInstance): void {
  for (const { address, contentType, body } of [...assets, ...enhancements()]) {
    const keep = isNamedByContent(address) ? 'public, max-age=31536000, immutable' : 'public, max-age=86400';
    app.get(address, async (_request, reply) => reply.header('cache-control', keep).type(contentType).send(body));
  }
  app.get('/robots.txt', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('text/plain; charset=utf-8').send(robots),
  );
  for (const { address, contentType, body } of schemas()) {
    app.get(address, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').type(contentType).send(body),
    );
  }
}

/** Pages of somebody's own, and those that only agents read, are nothing to find by searching. */
const robots = [
  'User-agent: *',
  ...['follow/', 'apply/', 'complaint/', 'try/', 'post', 'sign-in'].map((path) => `Disallow: /*/${path}`),
  '',
].join('\n');

/** A sheet or script is named by its digest and a font never changes under its name; the icon may. */
function isNamedByContent(address: string): boolean {
  return /-[0-9a-f]{12}\.(css|js)$|\.woff2$/.test(address);
}

function schemas() {
  return [
    {
      address: '/api/declaration.schema.json',
      contentType: 'application/schema+json; charset=utf-8',
      body: JSON.stringify(declarationJsonSchema(), null, 2),
    },
    { address: '/api/ramed-batch-1.xsd', contentType: 'application/xml; charset=utf-8', body: batchXsd() },
    { address: '/api/ramed-cover-list-1.xsd', contentType: 'application/xml; charset=utf-8', body: coverListXsd() },
    { address: '/api/ramed-registration-list-1.xsd', contentType: 'application/xml; charset=utf-8', body: registrationListXsd() },
    { address: '/api/ramed-card-batch-1.xsd', contentType: 'application/xml; charset=utf-8', body: cardBatchXsd() },
  ];
}
