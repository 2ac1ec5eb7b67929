/** The life of a card: lifecycles, Card. Each stage names who holds it; sideways passages may come from any stage where the card exists. */
export const cardStates = {
  ordered: { holder: 'anam' },
  batched: { holder: 'anam' },
  with_maker: { holder: 'card-maker' },
  made: { holder: 'card-maker' },
  received: { holder: 'anam' },
  checked: { holder: 'anam' },
  in_parcel: { holder: 'carrier' },
  at_province: { holder: 'province' },
  at_office: { holder: 'counter' },
  handed_over: { holder: 'citizen' },
  active: { holder: 'citizen' },
  rejected_proof: { holder: 'anam' },
  lost_in_transit: { holder: 'nobody' },
  lost: { holder: 'nobody' },
  stolen: { holder: 'nobody' },
  damaged: { holder: 'nobody' },
  uncollected: { holder: 'counter' },
  destroyed: { holder: 'nobody' },
  revoked: { holder: 'nobody' },
  replaced: { holder: 'nobody' },
  expired: { holder: 'nobody' },
} as const satisfies Record<string, { readonly holder: string }>;

export type CardState = keyof typeof cardStates;

/** States in which the card is no longer worth anything, and its family may have another: the same list as the index `one_live_card`, which
 * lets a family have one card for each first day. */
export const deadStates: readonly CardState[] = [
  'lost_in_transit',
  'lost',
  'stolen',
  'damaged',
  'destroyed',
  'revoked',
  'replaced',
  'expired',
];
