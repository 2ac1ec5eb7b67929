import type { ScoreTable } from '#law';
import type { Factor } from './assessment.ts';

/** The weight of each factor of one score, rewritten for every household. */
export type FactorSheet = {
  /** Starts anew with what the constant (× multiplier) and the region weigh. */
  readonly begin: (base: number, region: number) => void;
  readonly add: (row: number, amount: number) => void;
  readonly score: string;
  readonly labels: readonly string[];
  readonly amounts: Float64Array;
  /** Amounts × scale are comparable between the scores of one branch. */
  readonly scale: number;
};

const shown = 3;

export function newFactorSheet(score: string, table: ScoreTable, scale: number): FactorSheet {
  const base = table.multiplied_by?.label;
  const own = table.variables.map((variable) => variable.part_of ?? variable.label);
  const labels = [...new Set([...(base ? [base] : []), ...(table.regions ? ['region'] : []), ...own])];
  const slots = Uint8Array.from(own, (label) => labels.indexOf(label));
  const regionSlot = table.regions ? labels.indexOf('region') : -1;
  const amounts = new Float64Array(labels.length);
  return {
    score,
    labels,
    amounts,
    scale,
    begin: (baseAmount, region) => {
      amounts.fill(0);
      if (base) amounts[0] = baseAmount;
      if (regionSlot >= 0) amounts[regionSlot] = region;
    },
    add: (row, amount) => {
      const slot = slots[row] as number;
      amounts[slot] = (amounts[slot] as number) + amount;
    },
  };
}

/** The three factors that weigh most in one direction: 1 raises the scores, -1 lowers them. Ties keep the order of the table. */
export function heaviest(sheets: readonly FactorSheet[], direction: 1 | -1): Factor[] {
  const weights: number[] = [];
  const factors: Factor[] = [];
  for (const { score, labels, amounts, scale } of sheets) {
    for (let slot = 0; slot < amounts.length; slot++) {
      const amount = amounts[slot] as number;
      const weight = amount * scale * direction;
      if (!(weight > 0) || (weights.length === shown && weight <= (weights[shown - 1] as number))) continue;
      let rank = Math.min(weights.length, shown - 1);
      for (; rank > 0 && (weights[rank - 1] as number) < weight; rank--) {
        weights[rank] = weights[rank - 1] as number;
        factors[rank] = factors[rank - 1] as Factor;
      }
      weights[rank] = weight;
      factors[rank] = { score, label: labels[slot] as string, amount };
    }
  }
  return factors;
}
