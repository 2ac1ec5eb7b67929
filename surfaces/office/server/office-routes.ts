import type { FastifyInstance } from 'fastify';
import type { House } from '../../house.ts';
import { compressed } from '../../server/compression.ts';
import { officeFiles } from './office-files.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { sessionRoutes } from './session-routes.ts';

/** The office: the application of agents, and the session of whoever works in it. What it asks and does goes by the routes of the API. */
export function officeRoutes(app: FastifyInstance, house: House): void {
  app.register(async (office) => {
    office.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true };
    });
    office.addHook('onSend', compressed);
    officeFiles(office);
    sessionRoutes(office, house);
    receiptRoutes(office, house);
  });
}
