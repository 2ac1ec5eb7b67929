import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { type Actor, mayDo } from '#platform/permissions';
import { isHere } from '../actions/of-custody.ts';
import { makerFaults } from '../model/maker.ts';
import { listUnmade } from '../store/cards.ts';
import { countOpenDifferences } from '../store/differences.ts';
import { countOrdered, countStock, listOpenBatches, listOpenParcels, listRejected } from '../store/lots.ts';

/** A parcel as whoever asks may deal with it. */
export const ParcelShown = z.object({
  ...{ number: z.string(), origin: z.string(), territory: z.string(), state: z.string(), since: z.string(), cards: z.int() },
  ...{ carrier: z.string().nullable(), inside: z.int() },
  /** Whether whoever asks is where it comes from, and where it goes. */
  ...{ isSender: z.boolean(), isReceiver: z.boolean() },
});

export function toParcelShown<P extends { readonly origin: string; readonly territory: string }>(parcel: P, actor: Actor) {
  return {
    ...parcel,
    isSender: mayDo(actor, 'cards:ship') && isHere(actor, parcel.origin),
    isReceiver: mayDo(actor, 'cards:receive') && isHere(actor, parcel.territory),
  };
}

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
        ...{ counted: z.int().nullable(), missing: z.int(), maker_fault: z.enum(makerFaults).nullable() },
      }),
    ),
    parcels: z.array(ParcelShown),
    /** Differences that are not settled, of all that whoever asks may see. */
    open: z.int(),
    /** Families whose card cannot be made, since what is known of them fits none. */
    unmade: z.array(z.object({ registration: z.string(), fault: z.string(), since: z.string(), territory: z.string() })),
    /** Cards whose proof was rejected: none is made again before somebody has said that its data are right, or corrected them. */
    rejected: z.array(
      z.object({
        ...{ serial: z.string(), registration: z.string(), territory: z.string(), since: z.string() },
        fault: z.string(),
      }),
    ),
    stock: z.array(
      z.object({
        ...{ state: z.enum(['checked', 'at_province', 'at_office']), place: z.string(), next: z.string(), cards: z.int() },
        /** Whether whoever asks is there. */
        isHere: z.boolean(),
      }),
    ),
  }),
  run: async ({ tx, actor }) => ({
    ordered: await countOrdered(tx),
    unmade: (await listUnmade(tx)).map(({ registration_number: registration, ...rest }) => ({ registration, ...rest })),
    rejected: (await listRejected(tx)).map(({ registration_number: registration, rejected_for: fault, ...card }) => ({
      ...card,
      ...{ registration, fault: fault ?? '' },
    })),
    batches: await listOpenBatches(tx),
    parcels: (await listOpenParcels(tx)).map((parcel) => toParcelShown(parcel, actor)),
    open: (await countOpenDifferences(tx)).reduce((sum, { open }) => sum + open, 0),
    stock: (await countStock(tx)).map((stock) => ({ ...stock, isHere: isHere(actor, stock.place) })),
  }),
});
