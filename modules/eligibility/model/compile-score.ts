import type { ScoreTable } from '#law';
import type { Contribution, ScoreResult } from './assessment.ts';
import { type FactorSheet, newFactorSheet } from './factors.ts';
import type { Household } from './household.ts';
import { missingAnswers } from './missing.ts';
import { compileProgram, type Program, runProgram } from './program.ts';

/** A score ready to be read: the number alone, or the number with every row behind it. Both sum in the order of the table. */
export type CompiledScore = {
  readonly key: string;
  readonly read: (household: Household) => number;
  /** Adds to `missing` the answers that were needed and not given. */
  readonly explain: (household: Household, missing: string[]) => ScoreResult;
  /** What weighed in the last explanation. */
  readonly factors: FactorSheet;
};

export function compileScore(key: string, table: ScoreTable, scale: number): CompiledScore {
  const sum = compileSum(table);
  const factors = newFactorSheet(key, table, scale);
  return {
    key,
    factors,
    read: (household) => {
      runProgram(sum.program, household);
      return total(sum, household) * multiplierIn(sum, household);
    },
    explain: (household, missing) => {
      runProgram(sum.program, household);
      const result = explainSum(key, table, sum, factors, household);
      if (result.value === null) missing.push(...missingAnswers(sum.program, household));
      return result;
    },
  };
}

/** JSON has no NaN: an unknown number is null. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** A score as numbers: the register of each variable beside its coefficient; `multiplier` is -1 when there is none. */
type Sum = {
  readonly program: Program;
  readonly coefficients: Float64Array;
  readonly constant: number;
  /** By the number of the region. */
  readonly regions: Float64Array;
  readonly multiplier: number;
};

function compileSum({ constant, regions = {}, variables, multiplied_by: factor }: ScoreTable): Sum {
  const readings = variables.map(({ reading }) => reading);
  const program = compileProgram(factor ? [...readings, factor.reading] : readings);
  return {
    program,
    coefficients: Float64Array.from(variables, ({ coefficient }) => coefficient),
    constant,
    regions: Float64Array.from({ length: 13 }, (_, region) => regions[String(region).padStart(2, '0')] ?? 0),
    multiplier: factor ? (program.results[variables.length] as number) : -1,
  };
}

function total({ program, coefficients, constant, regions }: Sum, { registers, region }: Household): number {
  const { results } = program;
  let sum = constant + (regions[region] as number);
  for (let row = 0; row < coefficients.length; row++) {
    sum += (coefficients[row] as number) * (registers[results[row] as number] as number);
  }
  return sum;
}

function multiplierIn({ multiplier }: Sum, { registers }: Household): number {
  return multiplier < 0 ? 1 : (registers[multiplier] as number);
}

function explainSum(key: string, table: ScoreTable, sum: Sum, factors: FactorSheet, household: Household): ScoreResult {
  const { results } = sum.program;
  const multiplier = multiplierIn(sum, household);
  const region = sum.regions[household.region] as number;
  const contributions: Contribution[] = [];
  factors.begin(sum.constant * multiplier, region * multiplier);
  for (let row = 0; row < table.variables.length; row++) {
    const { id, label, coefficient } = table.variables[row] as ScoreTable['variables'][number];
    const value = household.registers[results[row] as number] as number;
    if (value === 0) continue;
    const amount = coefficient * value * multiplier;
    factors.add(row, amount);
    contributions.push({ id, label, value: orNull(value), coefficient, amount: orNull(amount) });
  }
  return {
    key,
    unit: table.unit,
    status: table.status,
    value: orNull(total(sum, household) * multiplier),
    constant: table.constant,
    region,
    multiplier: orNull(multiplier),
    contributions,
  };
}
