import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { describeError } from '#platform/errors';
import { bankGateway } from '../gateway/bank.ts';
import { batchRoutes } from '../gateway/batches.ts';
import type { House } from '../house.ts';
import { portalRoutes } from '../portal/routes/index.ts';
import { apiRoutes } from './api.ts';
import { healthRoutes } from './health.ts';
import { signInRoutes } from './sign-in.ts';

/** The web server, ready to listen: pages, the API derived from deeds and questions, the partners' gateway, health. */
export async function createApp(house: House): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: house.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    disableRequestLogging: true,
    trustProxy: 'loopback',
    bodyLimit: 1_048_576,
    return503OnClosing: true,
  });
  // Deeds and questions are parsed once, at the desk, which names the place and the rule; the schemas here are for the published document.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler((error, request, reply) => {
    const { code, message } = describeError(error);
    const status = statusOf(error);
    if (status >= 500) house.log.error({ code, message, route: request.routeOptions.url }, 'request failed');
    return reply.code(status).send({ error: status >= 500 ? 'internal' : code, request: request.id });
  });
  await protect(app);
  await publishContract(app);
  healthRoutes(app, house);
  signInRoutes(app, house);
  apiRoutes(app, house);
  bankGateway(app, house);
  batchRoutes(app, house);
  portalRoutes(app, house);
  return app;
}

/** No script but our own, no frame, no referrer; a thousand requests a minute from one address are not one person. */
async function protect(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
  await app.register(formbody);
  await app.register(rateLimit, {
    global: true,
    max: 1_000,
    timeWindow: '1 minute',
    allowList: (request) => request.url.startsWith('/gateway/') || request.url.startsWith('/health/'),
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // TLS is the front proxy's: on a plain machine this header would lock browsers out.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

async function publishContract(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'RAMED',
        version: '1',
        description:
          'Deeds (POST /api/actions/…, with an Idempotency-Key) and questions (POST /api/queries/…). Refusals are 4xx with `refused`, `place` and `facts`.',
      },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
