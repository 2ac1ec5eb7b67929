import { z } from 'zod';
import { lawAt } from '#law';
import { defineQuery } from '#platform/actions';
import { daysBetween, toDate } from '#platform/dates';
import { isHere } from '../actions/of-custody.ts';
import { isDead } from '../model/custody.ts';
import { differenceKinds, nextDeed, saidSettlements, sayable } from '../model/difference.ts';
import { stageDueOn } from '../model/stage-clock.ts';
import {
  countOpenDifferences,
  listOpenDifferences,
  listTroubledParcels,
  listWrongCounts,
  type OpenDifference,
} from '../store/differences.ts';
import { ParcelShown, toParcelShown } from './custody-board.ts';

const Difference = z.object({
  ...{ id: z.int(), serial: z.string(), kind: z.enum(differenceKinds) },
  ...{ since: z.string(), days: z.int() },
  /** The province or the office that found it; empty for ANAM. */
  place: z.string(),
  lot: z.object({ kind: z.enum(['batch', 'parcel']), number: z.string() }).nullable(),
  /** Where the books have the card now; none of an unknown one. */
  card: z.object({ state: z.string(), place: z.string() }).nullable(),
  /** Whether whoever asks is there, what settles it, and what may be said of it. */
  ...{ isHere: z.boolean(), next: z.enum(['scan', 'destroy', 'say', 'fetch']), sayable: z.array(z.enum(saidSettlements)) },
});

/** All that is otherwise than the books and not settled yet: cards by place, wrong counts, and parcels that are late, short or lost; the longest first. */
export const openDifferences = defineQuery({
  name: 'cards.open-differences',
  summary: 'Open differences of cards by place, wrong counts, and parcels that are late, short or lost',
  permission: 'cards:locate',
  input: z.object({}),
  output: z.object({
    places: z.array(z.object({ place: z.string(), open: z.int(), oldest: z.string() })),
    differences: z.array(Difference),
    counts: z.array(
      z.object({ number: z.string(), territory: z.string(), since: z.string(), counted: z.int(), expected: z.int() }),
    ),
    /** `dueOn`: the last day of one that is under way. */
    parcels: z.array(ParcelShown.extend({ dueOn: z.string() })),
  }),
  async run({ tx, actor, now, today }) {
    const { late } = lawAt(today.toString()).cards.inParcel.value;
    const before = now.subtract({ hours: 24 * late }).toString();
    return {
      places: await countOpenDifferences(tx),
      differences: (await listOpenDifferences(tx)).map((row) => ({
        ...toDifference(row),
        days: daysBetween(toDate(row.found_at.slice(0, 10)), today),
        isHere: isHere(actor, row.place),
      })),
      counts: await listWrongCounts(tx),
      parcels: (await listTroubledParcels(tx, before)).map((parcel) => ({
        ...toParcelShown(parcel, actor),
        dueOn: stageDueOn('in_parcel', parcel.since),
      })),
    };
  },
});

function toDifference({ id, serial, kind, place, found_at: since, batch, parcel, state, at }: OpenDifference) {
  return {
    ...{ id, serial, kind, place, since, lot: lotOf(batch, parcel) },
    card: state === null ? null : { state, place: at ?? '' },
    next: nextDeed(kind, state !== null && isDead(state)),
    sayable: [...sayable[kind]],
  };
}

function lotOf(batch: string | null, parcel: string | null) {
  if (batch !== null) return { kind: 'batch' as const, number: batch };
  return parcel === null ? null : { kind: 'parcel' as const, number: parcel };
}
