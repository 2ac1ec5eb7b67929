import fc from 'fast-check';

/** Two bodies that tell by national card, and one that tells by name alone. */
const organisms = ['one', 'other', 'names'] as const;
export type Organism = (typeof organisms)[number];

export type Deed = { readonly wait: number } & (
  | { readonly does: 'tell'; readonly by: Organism; readonly says: 'covered' | 'never' | 'ended' }
  | { readonly does: 'sweep' | 'rights' | 'night' }
  | { readonly does: 'examine' | 'confirm' | 'dismiss' | 'undo' }
  | { readonly does: 'answer'; readonly says: 'accepts' | 'contests' }
  | { readonly does: 'settle'; readonly stands: 'ramed' | 'other'; readonly hand: 1 | 2 }
);

/** Days until a deed: the next, or beyond the days to answer or to contest. */
const wait = fc.constantFrom(1, 1, 1, 2, 16, 31);
const plain = fc.constantFrom('examine' as const, 'confirm' as const, 'confirm' as const, 'dismiss' as const, 'undo' as const);
const says = fc.constantFrom('covered' as const, 'covered' as const, 'never' as const, 'ended' as const);
export const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ wait, does: fc.constant('tell' as const), by: fc.constantFrom(...organisms), says }) },
  { weight: 1, arbitrary: fc.record({ wait, does: fc.constantFrom('sweep' as const, 'rights' as const) }) },
  { weight: 2, arbitrary: fc.record({ wait, does: fc.constant('night' as const) }) },
  { weight: 6, arbitrary: fc.record({ wait, does: plain }) },
  {
    weight: 3,
    arbitrary: fc.record({
      wait,
      does: fc.constant('answer' as const),
      says: fc.constantFrom('accepts' as const, 'contests' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ wait, does: fc.constant('settle' as const), hand: fc.constantFrom(1 as const, 2 as const) },
      stands: fc.constantFrom('ramed' as const, 'other' as const),
    }),
  },
);

type Found = {
  state: 'suspected' | 'to_review' | 'confirmed' | 'dismissed' | 'contested' | 'settled';
  answer: 'accepts' | 'contests' | null;
  basis: 'card' | 'names';
  until: string;
  hand: 1 | undefined;
  from: string;
  stands: 'ramed' | 'other' | undefined;
  byItself: boolean;
};

/** One person of RAMED under one other scheme, as decisions 0030 and 0035 tell it in words: what each body says now, and the one case. */
export class Naive {
  day = '';
  found: Found | undefined;
  /** The last day of the member's part, while another scheme stands. */
  endedOn: string | undefined;
  readonly #told = new Map<Organism, 'covered' | 'never' | 'ended'>();

  /** Whether the body has it to tell: a cover that it never told of neither ends nor falls. */
  tell(by: Organism, says: 'covered' | 'never' | 'ended'): boolean {
    const before = this.#told.get(by);
    if (says === before || (says !== 'covered' && before === undefined) || (says === 'ended' && before === 'never')) return false;
    this.#told.set(by, says);
    if (says === 'covered') this.#overlap(by === 'names' ? 'names' : 'card');
    else this.#over();
    return true;
  }

  #overlap(basis: 'card' | 'names'): void {
    const { found } = this;
    if (!found || found.byItself) {
      const known = found?.basis === 'card' ? 'card' : basis;
      this.found = { ...fresh, basis: known };
      return;
    }
    if (found.basis !== 'names' || basis !== 'card') return;
    found.basis = 'card';
    if (found.state === 'dismissed') found.state = 'contested';
  }

  #over(): void {
    const { found } = this;
    const said = [...this.#told.values()];
    if (!found || said.includes('covered')) return;
    const wasThere = said.includes('ended');
    if (found.state === 'settled' && found.stands === 'other' && !wasThere) {
      Object.assign(found, { state: 'dismissed', stands: undefined, byItself: true });
      this.endedOn = undefined;
    }
    if (!['suspected', 'to_review', 'confirmed', 'contested'].includes(found.state)) return;
    Object.assign(found, { state: wasThere ? 'settled' : 'dismissed', stands: wasThere ? 'ramed' : undefined, byItself: true });
  }

  night(): void {
    const { found } = this;
    if (found?.state === 'confirmed' && (this.day > found.until || found.answer === 'accepts')) this.#settle('other', found.from);
  }

  #settle(stands: 'ramed' | 'other', from: string): void {
    Object.assign(this.found ?? {}, { state: 'settled', stands });
    if (stands === 'other') this.endedOn = after(from, -1);
  }

  /** Whether it is done; refused, nothing changes. */
  does(deed: Deed): boolean {
    const { found, day } = this;
    if (!found) return false;
    switch (deed.does) {
      case 'examine':
        return this.#pass(['suspected'], { state: 'to_review', until: after(day, 15) });
      case 'dismiss':
        return this.#pass(['suspected', 'to_review'], { state: 'dismissed' });
      case 'confirm':
        return this.#confirm(found);
      case 'answer':
        return this.#answer(found, deed.says);
      case 'settle':
        if (found.state !== 'contested' || found.hand === deed.hand) return false;
        this.#settle(deed.stands, day);
        return true;
      case 'undo':
        if (found.stands !== 'other' || !this.#pass(['settled'], { state: 'contested', stands: undefined })) return false;
        this.endedOn = undefined;
        return true;
      default:
        return false;
    }
  }

  #confirm(found: Found): boolean {
    if (found.answer !== 'accepts' && this.day <= found.until) return false;
    const confirmed = { state: 'confirmed', until: after(this.day, 30), hand: 1, from: this.day } as const;
    if (!this.#pass(['to_review'], confirmed)) return false;
    if (found.answer === 'accepts') this.#settle('other', this.day);
    return true;
  }

  #answer(found: Found, answer: 'accepts' | 'contests'): boolean {
    if (this.day > found.until || (found.state === 'to_review' && found.answer !== null)) return false;
    const state = found.state === 'confirmed' && answer === 'contests' ? 'contested' : found.state;
    return this.#pass(['to_review', 'confirmed'], { state, answer });
  }

  #pass(from: readonly Found['state'][], to: Partial<Found>): boolean {
    if (!this.found || !from.includes(this.found.state)) return false;
    Object.assign(this.found, to);
    return true;
  }
}

const fresh: Found = {
  ...{ state: 'suspected', answer: null, basis: 'card', until: '', hand: undefined, from: '', stands: undefined },
  byItself: false,
};

function after(day: string, some: number): string {
  return new Date(Date.parse(day) + some * 86_400_000).toISOString().slice(0, 10);
}
