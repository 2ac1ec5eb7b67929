import type { DeedContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { type Actor, covers, mayDo } from '#platform/permissions';
import { type CustodyDeed, custodyAfter, type Difference, isDead } from '../model/custody.ts';
import { type DifferenceKind, type Settlement, staysLying } from '../model/difference.ts';
import type { CardState } from '../model/lifecycle.ts';
import { completeShortParcels, type Move, moveCards, noteFaults } from '../store/custody.ts';
import { insertDifferences, type NewDifference, settleDifferences } from '../store/differences.ts';
import type { CardRow } from '../store/tables.ts';

/** Who scanned, and when. */
export function hand({ now, actor }: DeedContext) {
  return { at: now.toString(), actor: actor.id };
}

/** The place a deed brings cards to, and the lots they are of from then on. Lots not named are kept. */
export type Lots = { readonly where?: string; readonly batch?: string | null; readonly parcel?: string | null };

/** Passes cards on by one deed of custody. */
export async function pass(context: DeedContext, deed: CustodyDeed, { cards, ...lots }: Lots & { cards: readonly CardRow[] }) {
  const at = context.now.toString();
  const moves = cards.map(
    (card): Move => ({
      serial: card.serial,
      ...custodyAfter(deed, lots.where ?? ''),
      batch_id: lots.batch === undefined ? card.batch_id : lots.batch,
      parcel_id: lots.parcel === undefined ? card.parcel_id : lots.parcel,
      revoked_at: isDead(custodyAfter(deed, '').state) ? at : null,
    }),
  );
  await move(context, moves);
}

/** Cards that cannot be made as they are leave their batch, each with what is wrong with it, and wait until somebody has looked at their data. */
export async function rejectCards(context: DeedContext, cards: readonly CardRow[], why: ReadonlyMap<string, string>) {
  const faults = new Map(cards.map(({ serial }) => [serial, why.get(serial) ?? '']));
  await pass(context, 'rejectProof', { cards, batch: null });
  if (faults.size > 0) await noteFaults(context.tx, faults);
  context.journal(...cards.map((card) => cardLine(card, { state: 'rejected_proof', reason: faults.get(card.serial) ?? '' })));
}

/** Cards are worth nothing any more, wherever they are. One that lies in a stock lies there still. */
export async function takeWorth(context: DeedContext, cards: readonly CardRow[], becomes: CardState): Promise<void> {
  await endWorth(context, cards, { becomes, revokedAt: context.now.toString() });
}

/** Cards are over by their own last day, wherever they are. */
export async function letExpire(context: DeedContext, cards: readonly CardRow[]): Promise<void> {
  await endWorth(context, cards, { becomes: 'expired', revokedAt: null });
}

type End = { readonly becomes: CardState; readonly revokedAt: string | null };

async function endWorth(context: DeedContext, cards: readonly CardRow[], { becomes, revokedAt }: End): Promise<void> {
  const lying = cards.filter(({ state }) => staysLying(state, becomes));
  const moves = cards.map((card) => ({
    ...{ serial: card.serial, state: becomes, place: lying.includes(card) ? card.place : '' },
    ...{ batch_id: card.batch_id, parcel_id: null, revoked_at: revokedAt },
  }));
  await move(context, moves);
  await settleGone(context, cards);
  const found = lying.map(
    ({ serial, place, territory }): NewDifference => ({
      ...{ serial, place, territory, kind: 'dead', batch_id: null, parcel_id: null },
    }),
  );
  await insertDifferences(context.tx, found, hand(context));
}

/** Nobody looks for these cards any more: a parcel that lacked nothing else is complete. */
async function settleGone(context: DeedContext, cards: readonly CardRow[]): Promise<void> {
  const serials = cards.map(({ serial }) => serial);
  await settle(context, serials, { as: 'lost', kinds: ['missing'] });
  await settle(context, serials, { as: 'over', kinds: ['moved'] });
  const parcels = cards.flatMap(({ parcel_id: parcel }) => parcel ?? []);
  await completeShortParcels(context.tx, [...new Set(parcels)], context.now.toString());
}

/** What was open of these cards is settled by this deed. */
export async function settle(
  context: DeedContext,
  serials: readonly string[],
  how: { readonly as: Settlement; readonly kinds: readonly DifferenceKind[] },
): Promise<void> {
  const { at, actor: by } = hand(context);
  await settleDifferences(context.tx, serials, { ...how, at, by });
}

/** Moves cards; of those whose codes are revoked by it, readers without a network hear by the next list. */
async function move(context: DeedContext, moves: readonly Move[]): Promise<void> {
  await moveCards(context.tx, moves, hand(context));
  const serials = moves.flatMap(({ serial, revoked_at: at }) => (at === null ? [] : serial));
  if (serials.length > 0) context.emit('cards.revoked', { serials });
}

/** A line of the journal of one card: where it was, where it is. */
export function cardLine(card: CardRow, after: { readonly state: CardState; readonly reason: string }) {
  return {
    subject: `card:${card.serial}`,
    territory: card.territory,
    before: digestOf({ serial: card.serial, state: card.state }),
    after: digestOf({ serial: card.serial, state: after.state }),
    reason: after.reason,
  };
}

type Lot = { readonly number: string; readonly territory: string };

/** A line of the journal of a whole lot: which cards, in which state it is now. Each card's own line is in the custody. */
export function lotLine(
  kind: 'batch' | 'parcel',
  lot: Lot,
  after: { state: string; serials: readonly string[]; reason?: string },
) {
  const { reason, ...rest } = after;
  return {
    subject: `${kind}:${lot.number}`,
    territory: lot.territory,
    after: digestOf({ number: lot.number, ...rest }),
    ...(reason ? { reason } : {}),
  };
}

/** Keeps the differences of a count, and settles what had been missing, or was seen where nobody expected it, and is here. */
export async function keepCount(
  context: DeedContext,
  count: { arrived: readonly CardRow[]; differences: readonly Difference[] },
  lot: Pick<NewDifference, 'batch_id' | 'parcel_id' | 'territory' | 'place'>,
): Promise<void> {
  const found = count.arrived.map((card) => card.serial);
  await settle(context, found, { as: 'found', kinds: ['missing', 'elsewhere', 'unknown'] });
  await insertDifferences(
    context.tx,
    count.differences.map((difference) => ({ ...difference, ...lot })),
    hand(context),
  );
  const left = count.arrived.flatMap((card) => (card.parcel_id ? [card.parcel_id] : []));
  await completeShortParcels(context.tx, [...new Set(left)], context.now.toString());
}

/** Whether whoever acts is at the place that sends or receives: the nation for ANAM, else the province or the office. */
export function isAt({ actor }: Pick<DeedContext, 'actor'>, place: string): boolean {
  return covers(actor, place) && (place !== '' || mayDo(actor, 'cards:produce'));
}

/** Whether a place is whoever asks's own: who has cards made is at ANAM and nowhere else, though it sees every stock. */
export function isHere(actor: Actor, place: string): boolean {
  return isAt({ actor }, place) && (place === '' || !mayDo(actor, 'cards:produce'));
}
