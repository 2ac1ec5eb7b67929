import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { countOrdered, countStock, listOpenBatches, listOpenParcels } from '../store/lots.ts';

/** What is to be done with cards at this post: what waits for a batch, open batches and parcels, and the stock of each place. */
export const custodyBoard = defineQuery({
  name: 'cards.custody-board',
  summary: 'What waits for a batch, open batches and parcels, and the stock of each place',
  permission: 'cards:locate',
  input: z.object({}),
  output: z.object({
    ordered: z.array(z.object({ province: z.string(), cards: z.int() })),
    batches: z.array(
      z.object({
        ...{ number: z.string(), territory: z.string(), state: z.string(), since: z.string(), cards: z.int() },
        ...{ counted: z.int().nullable(), missing: z.int() },
      }),
    ),
    parcels: z.array(
      z.object({
        ...{
          number: z.string(),
          origin: z.string(),
          territory: z.string(),
          state: z.string(),
          since: z.string(),
          cards: z.int(),
        },
        ...{ carrier: z.string().nullable(), inside: z.int() },
      }),
    ),
    stock: z.array(z.object({ state: z.enum(['checked', 'at_province', 'at_office']), place: z.string(), cards: z.int() })),
  }),
  run: async ({ tx }) => ({
    ordered: await countOrdered(tx),
    batches: await listOpenBatches(tx),
    parcels: await listOpenParcels(tx),
    stock: await countStock(tx),
  }),
});
