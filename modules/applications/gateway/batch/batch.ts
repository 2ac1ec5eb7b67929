import { z } from 'zod';
import type { Declaration } from '#modules/eligibility';

export const batchSchema = 'ramed.batch/1';
export const batchNamespace = 'urn:ramed:batch:1';

export type BatchFormat = 'xml' | 'ndjson' | 'csv';

/** A name one body gives to a thing of its own: printable ASCII without spaces, at most 64 characters. */
export const SenderReference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/);

/** What a batch says of itself before its first request. `sender` and `reference` together name the batch for ever. */
export const BatchHeader = z.strictObject({
  schema: z.literal(batchSchema),
  sender: SenderReference,
  reference: SenderReference,
  created_on: z.iso.date(),
  /** The number of requests the sender wrote: a batch that ends with another number was cut. */
  count: z.int().nonnegative().optional(),
});
export type BatchHeader = z.infer<typeof BatchHeader>;

/** One request as its sender writes it. `reference` is the sender's own and never used twice for two requests. */
export type BatchRecord = { readonly reference: string; readonly declaration: Declaration };
