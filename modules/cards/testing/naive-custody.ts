/** Cards as one would follow them with a pencil: each name stands on one line, with the place beside it. */
export type Pencil = Map<string, string>;

const nothingWorth = new Set(['lost', 'lost-on-the-way']);

/** Names of the cards that are in a place. */
export function cardsAt(pencil: Pencil, place: string): string[] {
  return [...pencil].filter(([, at]) => at === place).map(([card]) => card);
}

export function put(pencil: Pencil, cards: readonly string[], place: string): void {
  for (const card of cards) pencil.set(card, place);
}

/**
 * A box is opened in a place. What lies in it is there from now on, whatever was written, unless it is worth nothing or in a family's hands.
 * Gives the cards that were not written for this box.
 */
export function open(pencil: Pencil, box: { from: string; to: string; holds: readonly string[]; takes: readonly RegExp[] }) {
  const strange: string[] = [];
  for (const card of box.holds) {
    const at = pencil.get(card) ?? '';
    if (at === box.to) continue;
    if (at !== box.from) strange.push(card);
    if (!nothingWorth.has(at) && box.takes.some((place) => place.test(at))) pencil.set(card, box.to);
  }
  return strange;
}
