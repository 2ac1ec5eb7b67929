import type { DifferenceKind } from './difference.ts';
import { type CardState, cardStates, deadStates } from './lifecycle.ts';

/** What may be done with a card from where it is: one table, of which every deed of custody reads its line. */
export const custodyPassages = {
  batch: { from: ['ordered'], to: 'batched' },
  rejectProof: { from: ['batched', 'with_maker'], to: 'rejected_proof' },
  /** Its data are right after all, as somebody said: only then is it made again. */
  upholdData: { from: ['rejected_proof'], to: 'ordered' },
  send: { from: ['batched'], to: 'with_maker' },
  make: { from: ['with_maker'], to: 'made' },
  receive: { from: ['made'], to: 'received' },
  check: { from: ['received', 'made', 'with_maker'], to: 'checked' },
  /** Delivered by the count, found by no scan: the maker still has it. */
  missAtCheck: { from: ['received'], to: 'made' },
  leaveAnam: { from: ['checked'], to: 'in_parcel' },
  leaveProvince: { from: ['at_province'], to: 'in_parcel' },
  reachProvince: { from: ['in_parcel', 'checked', 'at_province'], to: 'at_province' },
  reachOffice: { from: ['in_parcel', 'checked', 'at_province', 'at_office'], to: 'at_office' },
  loseInTransit: { from: ['in_parcel'], to: 'lost_in_transit' },
  handOver: { from: ['at_office', 'uncollected'], to: 'handed_over' },
  activate: { from: ['handed_over'], to: 'active' },
  /** Given to another family, and back over the desk. */
  recover: { from: ['handed_over', 'active'], to: 'at_office' },
  loseInHand: { from: ['handed_over', 'active'], to: 'lost' },
  /** Looked for by whoever has it in the books, and not there. */
  loseHere: { from: ['made', 'checked', 'at_province', 'at_office'], to: 'lost' },
  leaveUncollected: { from: ['at_office'], to: 'uncollected' },
  destroy: { from: ['uncollected'], to: 'destroyed' },
} as const satisfies Record<string, { readonly from: readonly CardState[]; readonly to: CardState }>;

export type CustodyDeed = keyof typeof custodyPassages;

export function mayPass(state: CardState, deed: CustodyDeed): boolean {
  const from: readonly CardState[] = custodyPassages[deed].from;
  return from.includes(state);
}

export type Custody = { readonly state: CardState; readonly place: string };

/** Where a card is once a deed is done: with one holder, at one place. The place is named only for holders of whom there are many. */
export function custodyAfter(deed: CustodyDeed, where: string): Custody {
  const { to } = custodyPassages[deed];
  return { state: to, place: isMany(to) ? where : '' };
}

function isMany(state: CardState): boolean {
  const { holder } = cardStates[state];
  return holder === 'carrier' || holder === 'province' || holder === 'counter';
}

export function isDead(state: CardState): boolean {
  return deadStates.includes(state);
}

/** What the books say of a card that was scanned. */
export type InBooks = { readonly serial: string; readonly state: CardState; readonly isExpected: boolean };

/** How a count may differ from the books, card by card. */
export type Difference = { readonly serial: string; readonly kind: Exclude<DifferenceKind, 'moved' | 'not-made'> };

/** A count of scanned cards held against the books: what has arrived, and every difference by name. */
export function countScanned(
  scanned: readonly string[],
  books: ReadonlyMap<string, InBooks>,
  deed: CustodyDeed,
): { readonly arrived: readonly string[]; readonly differences: readonly Difference[] } {
  const arrived: string[] = [];
  const differences: Difference[] = [];
  for (const serial of new Set(scanned)) {
    const card = books.get(serial);
    const kind = card ? judge(card, deed) : 'unknown';
    if (kind !== 'surplus' && kind !== undefined) differences.push({ serial, kind });
    else {
      arrived.push(serial);
      if (kind) differences.push({ serial, kind });
    }
  }
  return { arrived, differences };
}

function judge(
  { state, isExpected }: InBooks,
  deed: CustodyDeed,
): Exclude<Difference['kind'], 'missing' | 'unknown'> | undefined {
  if (isDead(state)) return 'dead';
  if (!mayPass(state, deed)) return 'elsewhere';
  return isExpected ? undefined : 'surplus';
}
