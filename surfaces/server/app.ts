import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { refuse } from '#platform/refusals';
import { bankGateway } from '../gateway/bank.ts';
import { batchRoutes } from '../gateway/batches.ts';
import { coverListGateway } from '../gateway/cover-lists.ts';
import { registrationListDoors } from '../gateway/registration-lists.ts';
import { rightsGateway } from '../gateway/rights.ts';
import { snapshotGateway } from '../gateway/snapshots.ts';
import type { House } from '../house.ts';
import { officeRoutes } from '../office/server/office-routes.ts';
import { portalRoutes } from '../portal/routes/index.ts';
import { verifierRoutes } from '../verifier/routes.ts';
import { apiRoutes } from './api.ts';
import { answerFailure } from './failures.ts';
import { healthRoutes } from './health.ts';
import { tokenOf } from './identity.ts';
import { keyRoutes } from './keys.ts';
import { paceOf } from './pace.ts';
import { paperRoutes } from './papers.ts';
import { cardsPapers } from './print/cards-papers.ts';
import { printRoutes } from './print/print-routes.ts';
import { signInRoutes } from './sign-in.ts';
import { signedMinutesRoutes } from './signed-minutes.ts';

/** The web server, ready to listen: pages, the API derived from deeds and questions, the partners' gateway, health. */
export async function createApp(house: House): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: house.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, _request, reply) => refuseAddress(error, reply as unknown as FastifyReply),
    trustProxy: 'loopback',
    bodyLimit: 1_048_576,
    return503OnClosing: true,
  });
  // Deeds and questions are parsed once, at the desk, which names the place and the rule; the schemas here are for the published document.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(answerFailure(house));
  await protect(app, house);
  await publishContract(app);
  healthRoutes(app, house);
  keyRoutes(app, house);
  signInRoutes(app, house);
  apiRoutes(app, house);
  bankGateway(app, house);
  batchRoutes(app, house);
  coverListGateway(app, house);
  registrationListDoors(app, house);
  rightsGateway(app, house);
  snapshotGateway(app, house);
  paperRoutes(app, house);
  printRoutes(app, house);
  cardsPapers(app, house);
  signedMinutesRoutes(app, house);
  officeRoutes(app, house);
  verifierRoutes(app);
  portalRoutes(app, house);
  return app;
}

/** An address that does not decode never reaches a route nor the handler of errors. */
function refuseAddress({ code }: FastifyError, reply: FastifyReply): void {
  reply.code(400).send({ refused: 'wrong-address', facts: { rule: code } });
}

/** No script but our own, no frame, no referrer; a thousand requests a minute are not one person. */
async function protect(app: FastifyInstance, house: House): Promise<void> {
  await app.register(cookie);
  await app.register(formbody);
  await app.register(rateLimit, {
    global: true,
    max: 1_000,
    timeWindow: '1 minute',
    keyGenerator: (request) => paceOf(house).keyOf(request, tokenOf(request)),
    errorResponseBuilder: (_request, { statusCode }) => ({ statusCode, ...refuse('too-many-requests') }),
    allowList: (request) => ['/gateway/', '/health/', '/office/'].some((open) => request.url.startsWith(open)),
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
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer' },
          agreement: { type: 'http', scheme: 'bearer', description: 'The key of a body’s agreement' },
        },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  // The page of the documentation brings inline styles; like every other page it reaches no other host.
  const styled =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'";
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: styled, uiConfig: { validatorUrl: null } });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
