/** What a computer of the room sends; the server is held to what these add up to. */
export type Sent =
  | { readonly deed: 'rule'; readonly rulings: readonly NaiveRuling[] }
  | { readonly deed: 'undo'; readonly ruling: string }
  | { readonly deed: 'move'; readonly member: string; readonly moved: 'arrived' | 'left'; readonly at: number };

export type NaiveRuling = {
  readonly id: string;
  readonly application: string;
  readonly outcome: 'poor' | 'adjourned' | 'vulnerable';
  readonly at: number;
};

type Move = { readonly member: string; readonly moved: 'arrived' | 'left'; readonly at: number };

/** A sitting as one would keep it with a pencil: every ruling ever made in its order, what stands on each file, who came and left. */
export type NaiveSitting = {
  readonly made: readonly NaiveRuling[];
  readonly standing: ReadonlyMap<string, NaiveRuling>;
  readonly moves: readonly Move[];
  readonly quorum: number;
};

/** `done`, or the name of the refusal; of rulings, the places they have in the order of the sitting. */
export type NaiveAnswer = { readonly said: string; readonly sequences?: readonly number[] };

export function afterDeed(sitting: NaiveSitting, sent: Sent): { readonly after: NaiveSitting; readonly answer: NaiveAnswer } {
  switch (sent.deed) {
    case 'rule':
      return afterRulings(sitting, sent.rulings);
    case 'undo': {
      const stands = [...sitting.standing].find(([, ruling]) => ruling.id === sent.ruling);
      if (!stands) return { after: sitting, answer: { said: 'not-withdrawable' } };
      const standing = new Map(sitting.standing);
      standing.delete(stands[0]);
      return { after: { ...sitting, standing }, answer: { said: 'done' } };
    }
    case 'move': {
      const { member, moved, at } = sent;
      const changes = presentAt(sitting, at).has(member) !== (moved === 'arrived');
      const moves = changes ? [...sitting.moves, { member, moved, at }] : sitting.moves;
      return { after: { ...sitting, moves }, answer: { said: 'done' } };
    }
  }
}

function afterRulings(sitting: NaiveSitting, rulings: readonly NaiveRuling[]) {
  let now = sitting;
  const refused = (said: string) => ({ after: sitting, answer: { said } });
  for (const ruling of rulings) {
    const before = now.made.find((one) => one.id === ruling.id);
    if (before && before.application === ruling.application && before.outcome === ruling.outcome) continue;
    if (before || now.standing.has(ruling.application)) return refused('already-decided');
    if (presentAt(now, ruling.at).size < now.quorum) return refused('quorum-lost');
    const standing = new Map(now.standing).set(ruling.application, ruling);
    now = { ...now, made: [...now.made, ruling], standing };
  }
  const sequences = rulings.map((ruling) => now.made.findIndex((one) => one.id === ruling.id) + 1);
  return { after: now, answer: { said: 'done', sequences } };
}

/** Each represents an institution of their own. */
export function presentAt({ moves }: NaiveSitting, at: number): ReadonlySet<string> {
  const last = new Map<string, Move>();
  for (const move of moves) {
    const known = last.get(move.member);
    if (move.at <= at && (known === undefined || move.at >= known.at)) last.set(move.member, move);
  }
  return new Set([...last].filter(([, move]) => move.moved === 'arrived').map(([member]) => member));
}
