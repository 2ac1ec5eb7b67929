import { type CardState, deadStates } from './lifecycle.ts';

/**
 * How what was found differs from the books. By a count: `missing`; `surplus`, not of this lot, but it may have come here, so here it is; `dead`,
 * worth nothing, to be destroyed, also one that lost its worth in a stock; `elsewhere`, where the books have it it cannot have come from, so it
 * stays there until someone has looked; `unknown`, no such card in this jurisdiction. By other news: `moved`, its family went to another commune
 * and fetches it here; `not-made`, the maker says it could not make it, and it was scanned.
 */
export const differenceKinds = ['missing', 'surplus', 'dead', 'elsewhere', 'unknown', 'moved', 'not-made'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** What a person may say of a difference that no scan and no other deed ends: brought to where the books have it, not there any more, or as it should be. */
export const saidSettlements = ['returned', 'not-there', 'in-order'] as const;
export type SaidSettlement = (typeof saidSettlements)[number];

/**
 * How a difference ended: scanned where it should be, declared lost, the card was worth nothing before it was settled, taken in as it was found,
 * destroyed before witnesses, given to its family, or as a person said.
 */
export type Settlement = 'found' | 'lost' | 'over' | 'taken-in' | 'destroyed' | 'handed-over' | SaidSettlement;

/** What may be said of each; the others end by their own deed: a scan, a loss, a destruction, a hand-over. */
export const sayable: Readonly<Record<DifferenceKind, readonly SaidSettlement[]>> = {
  missing: [],
  surplus: [],
  dead: ['not-there'],
  elsewhere: ['returned', 'not-there'],
  unknown: ['returned', 'not-there'],
  moved: [],
  'not-made': ['in-order'],
};

/** What settles a difference from the board. */
export type NextDeed = 'scan' | 'destroy' | 'say' | 'fetch';

export function nextDeed(kind: DifferenceKind, isWorthNothing: boolean): NextDeed {
  if (kind === 'missing') return 'scan';
  if (isWorthNothing && destroyable.includes(kind)) return 'destroy';
  return kind === 'moved' ? 'fetch' : 'say';
}

/** Found in somebody's hands, whatever for: once it is worth nothing it is destroyed there. */
export const destroyable: readonly DifferenceKind[] = ['dead', 'elsewhere', 'unknown', 'not-made'];

/** Where a card lies, with its place, as long as nobody carries it off. */
const stocks: readonly CardState[] = ['received', 'checked', 'at_province', 'at_office', 'uncollected'];
/** What takes a card's worth and leaves it where it lies; one that is lost or stolen is not there. */
const leftLying: readonly CardState[] = ['damaged', 'revoked', 'replaced', 'expired'];

/** Whether a card that loses its worth stays in the stock where it was, to be destroyed. */
export function staysLying(state: CardState, becomes: CardState): boolean {
  return stocks.includes(state) && leftLying.includes(becomes) && deadStates.includes(becomes);
}
