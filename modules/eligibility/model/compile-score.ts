import type { ScoreTable } from '#law';
import type { Contribution, ScoreResult } from './assessment.ts';
import { compileReading, type Read } from './compile-reading.ts';
import { type FactorSheet, newFactorSheet } from './factors.ts';
import type { Household } from './household.ts';

/** A score ready to be read: the number alone, or the number with every row behind it. Both sum in the order of the table. */
export type CompiledScore = {
  readonly key: string;
  readonly read: Read;
  readonly explain: (household: Household) => ScoreResult;
  /** What weighed in the last explanation. */
  readonly factors: FactorSheet;
};

export function compileScore(key: string, table: ScoreTable, scale: number): CompiledScore {
  const reads = table.variables.map((variable) => compileReading(variable.reading));
  const coefficients = Float64Array.from(table.variables, (variable) => variable.coefficient);
  const regionOf = regionReader(table.regions);
  const multiplierOf = table.multiplied_by ? compileReading(table.multiplied_by.reading) : one;
  const factors = newFactorSheet(key, table, scale);
  return {
    key,
    factors,
    read: (household) => {
      let sum = table.constant + regionOf(household);
      for (let row = 0; row < reads.length; row++) sum += (coefficients[row] as number) * (reads[row] as Read)(household);
      return multiplierOf === one ? sum : sum * multiplierOf(household);
    },
    explain: (household) => {
      const region = regionOf(household);
      const multiplier = multiplierOf(household);
      const contributions = new Array<Contribution>(reads.length);
      factors.begin(table.constant * multiplier, region * multiplier);
      let sum = table.constant + region;
      for (let row = 0; row < reads.length; row++) {
        const { id, label, coefficient } = table.variables[row] as ScoreTable['variables'][number];
        const value = (reads[row] as Read)(household);
        // Plus zero: a negative coefficient of nothing would be shown as "-0".
        const points = coefficient * value + 0;
        const amount = points * multiplier;
        sum += points;
        factors.add(row, amount);
        contributions[row] = { id, label, value: orNull(value), coefficient, amount: orNull(amount) };
      }
      return scoreResult(key, table, { value: sum * multiplier, region, multiplier, contributions });
    },
  };
}

/** JSON has no NaN: an unknown number is null. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

type Computed = {
  readonly value: number;
  readonly region: number;
  readonly multiplier: number;
  readonly contributions: readonly Contribution[];
};

function scoreResult(key: string, table: ScoreTable, computed: Computed): ScoreResult {
  return {
    key,
    unit: table.unit,
    status: table.status,
    value: orNull(computed.value),
    constant: table.constant,
    region: computed.region,
    multiplier: orNull(computed.multiplier),
    contributions: computed.contributions,
  };
}

function one(): number {
  return 1;
}

function regionReader(regions: ScoreTable['regions']): Read {
  if (!regions) return () => 0;
  return ({ region }) => {
    const constant = regions[region];
    if (constant === undefined) throw new RangeError(`a declaration of an unknown region was scored: ${region}`);
    return constant;
  };
}
