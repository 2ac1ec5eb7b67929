import type { FastifyInstance } from 'fastify';
import { contentSecurityPolicy } from '#design/assets.ts';
import { compressed } from '../server/compression.ts';
import { builtVerifier } from './built-verifier.ts';

const policy = `${contentSecurityPolicy}; connect-src 'self'; worker-src 'self'`;

/** The page that tells rights without a network. It holds nobody's data: what it knows it fetches under the key of an agreement. */
export function verifierRoutes(app: FastifyInstance): void {
  app.register(async (verifier) => {
    verifier.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true };
    });
    verifier.addHook('onSend', compressed);
    verifier.get('/verifier', async (_request, reply) => reply.redirect('/verifier/fr'));
    verifier.get<{ Params: { file: string } }>('/verifier/:file', async (request, reply) => {
      const found = (await builtVerifier()).find(({ address }) => address === `/verifier/${request.params.file}`);
      if (!found) return reply.callNotFound();
      const isNamedByContent = /-[0-9A-Z]{8}\.js$/.test(found.address);
      return reply
        .header('content-security-policy', policy)
        .header('permissions-policy', 'camera=(self)')
        .header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
        .type(found.contentType)
        .send(found.body);
    });
  });
}
