import type { FormulaId } from '#law';
import { assess, type Declaration } from '#modules/eligibility';

/** What a file says, read again: its declaration, and what its score proposed when it was first judged. */
export type FileToRescore = {
  readonly id: string;
  readonly territory: string;
  readonly proposal: string | null;
  readonly declaration: Declaration;
};

export type Rescored = Omit<FileToRescore, 'declaration'> & { readonly outcome: string; readonly score: number | null };

/** How many files were proposed for one outcome and are now judged for another, or the same. */
export type Move = { readonly proposal: string | null; readonly outcome: string; readonly files: number };

/**
 * Judges files anew by a formula. Each is judged by the law of its own day of deposit, or, with `on`, as if its household had filed on
 * that day: the law and the ages of that day, without those not yet born.
 */
export function rescorer(formula: FormulaId, on: string | undefined): (file: FileToRescore) => Rescored {
  const read = on === undefined ? asFiled : (declaration: Declaration) => asFiledOn(declaration, on);
  return ({ id, territory, proposal, declaration }) => {
    const { outcome, score } = assess(formula, read(declaration));
    return { id, territory, proposal, outcome, score };
  };
}

function asFiled(declaration: Declaration): Declaration {
  return declaration;
}

function asFiledOn(declaration: Declaration, on: string): Declaration {
  return { ...declaration, filed_on: on, members: declaration.members.filter((member) => member.birth_date <= on) };
}

/** Counts moves as files pass by, whatever their number. */
export function moveCounter(): { add(file: Rescored): void; moves(): Move[] } {
  const counts = new Map<string | null, Map<string, number>>();
  return {
    add({ proposal, outcome }) {
      const ofProposal = counts.get(proposal) ?? new Map<string, number>();
      ofProposal.set(outcome, (ofProposal.get(outcome) ?? 0) + 1);
      counts.set(proposal, ofProposal);
    },
    moves: () =>
      [...counts]
        .flatMap(([proposal, outcomes]) => [...outcomes].map(([outcome, files]) => ({ proposal, outcome, files })))
        .sort((one, other) => keyOf(one).localeCompare(keyOf(other), 'en')),
  };
}

function keyOf({ proposal, outcome }: Move): string {
  return `${proposal ?? ''} ${outcome}`;
}

/** What a move is for the family: `new` when nothing had been proposed to compare with. */
export type Turn = 'comes-in' | 'goes-out' | 'stays-in' | 'stays-out' | 'cannot-tell' | 'new';

export function turnOf({ proposal, outcome }: Pick<Move, 'proposal' | 'outcome'>): Turn {
  if (proposal === null) return 'new';
  if (outcome === 'incomplete' || proposal === 'incomplete') return 'cannot-tell';
  if (proposal === 'not_eligible') return outcome === 'not_eligible' ? 'stays-out' : 'comes-in';
  return outcome === 'not_eligible' ? 'goes-out' : 'stays-in';
}
