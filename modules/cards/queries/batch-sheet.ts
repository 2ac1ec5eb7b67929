import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { findBatch, listWithMaker, pageOfBatch } from '../store/lots.ts';
import { CardMember, personsOn } from './card-members.ts';

const CardLine = z.object({
  serial: z.string(),
  registration: z.string(),
  territory: z.string(),
  state: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  /** The signed code, as it is drawn. */
  code: z.string(),
  members: z.array(CardMember),
});
export type CardLine = z.output<typeof CardLine>;

/** The cards of a batch as they are to be made, a page at a time in the order of their numbers: what is looked at on a proof and sent to the maker. */
export const batchSheet = defineQuery({
  name: 'cards.batch-sheet',
  summary: 'The cards of a batch as they are to be made, a page at a time',
  permission: 'cards:produce',
  input: z.object({
    batch: z.string().max(20),
    /** Cards after this number. */
    after: z.string().max(32).default(''),
    limit: z.int().min(1).max(1_000).default(1_000),
  }),
  output: z.object({
    batch: z
      .object({
        ...{ number: z.string(), territory: z.string(), state: z.string(), madeUpAt: z.string(), cards: z.int() },
        ...{ file: z.string().nullable(), reference: z.string().nullable() },
      })
      .optional(),
    cards: z.array(CardLine),
  }),
  async run({ tx, today }, { batch: number, after, limit }) {
    const batch = await findBatch(tx, number);
    if (!batch) return { cards: [] };
    const rows = await pageOfBatch(tx, batch.id, { after, limit });
    const persons = await personsOn(tx, rows, today);
    const { territory, state, made_up_at: madeUpAt, cards, file_digest: file, maker_reference: reference } = batch;
    return {
      batch: { number, territory, state, madeUpAt, cards, file, reference },
      cards: rows.map((row) => ({
        ...{ serial: row.serial, registration: row.registration_number, territory: row.territory, state: row.state },
        ...{ validFrom: row.valid_from, validTo: row.valid_to, code: row.credential },
        members: persons.get(row.serial) ?? [],
      })),
    };
  },
});

/** Batches that the maker was sent and has not made yet, the longest there first. */
export const batchesWithMaker = defineQuery({
  name: 'cards.batches-with-maker',
  summary: 'Batches that the maker was sent and has not made yet',
  permission: 'system:cards',
  internal: true,
  input: z.object({}),
  output: z.object({ batches: z.array(z.object({ number: z.string(), state: z.enum(['sent', 'acknowledged']) })) }),
  run: async ({ tx }) => ({ batches: await listWithMaker(tx) }),
});
