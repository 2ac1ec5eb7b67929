import { type CardState, cardStates } from '#modules/cards';
import type { Message } from '#platform/i18n';
import type { StepKey } from '../pages/follow.view.ts';

/** How a card stands for its family: waited for at a step, in its hands, or worth nothing, with who sees to another one. */
export type CardStanding =
  | { readonly is: 'awaited'; readonly step: StepKey }
  | { readonly is: 'in-hand' }
  | { readonly is: 'over'; readonly another: 'asked-by-family' | 'ordered-by-itself' };

const made = { is: 'awaited', step: 'card-made' } as const;
const sent = { is: 'awaited', step: 'card-at-office' } as const;
const ready = { is: 'awaited', step: 'handed-over' } as const;
const toAskFor = { is: 'over', another: 'asked-by-family' } as const;

/** Every state of a card has its line: the steps, the headline and the card's own page are read off this one table. */
const standings: Readonly<Record<CardState, CardStanding>> = {
  ordered: made,
  batched: made,
  with_maker: made,
  made,
  rejected_proof: made,
  received: sent,
  checked: sent,
  in_parcel: sent,
  at_province: sent,
  at_office: ready,
  uncollected: ready,
  handed_over: { is: 'in-hand' },
  active: { is: 'in-hand' },
  lost: toAskFor,
  stolen: toAskFor,
  damaged: toAskFor,
  destroyed: toAskFor,
  revoked: toAskFor,
  replaced: toAskFor,
  expired: toAskFor,
  lost_in_transit: { is: 'over', another: 'ordered-by-itself' },
};

export function standingOf(state: CardState): CardStanding {
  return standings[state];
}

/** Where a card is now, in one sentence; of one that is worth nothing, what became of it. */
export function whereIsIt(state: CardState, place: string): Message {
  if (standings[state].is === 'over') return { key: `portal.card.over.${state}` };
  return { key: `portal.card.where.${cardStates[state].holder}`, facts: { place } };
}

type Dated = { readonly valid_from: string };

/** Of the cards of a family, in the order in which they were ordered, the one it is told of: that of a year to come once it begins. */
export function cardToTell<C extends Dated>(cards: readonly C[], day: string): C | undefined {
  return cards.findLast(({ valid_from: from }) => from <= day) ?? cards.at(-1);
}
