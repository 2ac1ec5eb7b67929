import type { Declaration } from '#modules/eligibility';
import type { Errors, Plan } from './plans.ts';
import { planOf } from './plans.ts';
import { plantDuplicate } from './plant-duplicates.ts';
import { plantLie } from './plant-lies.ts';
import { plantRegisterFact } from './plant-register-facts.ts';
import { plantUnfitness } from './plant-unfitness.ts';
import type { Random } from './random.ts';
import type { Truth } from './truth.ts';

/** A true declaration about to be spoiled, and the chance to do it with. */
export type Planting = {
  readonly declaration: Declaration;
  readonly reference: string;
  readonly index: number;
  readonly random: Random;
  /** What the other households of the population declare, and under which reference. */
  readonly others: Others;
};

export type Others = {
  readonly seed: string;
  readonly errors: Errors;
  readonly declarationOf: (index: number) => Declaration;
  readonly referenceOf: (index: number) => string;
};

/** The request as it is filed. `strangeKey` is one that no form has: a format that cannot carry it cannot make that mistake. */
export type Filed = {
  readonly reference: string;
  readonly declaration: Declaration;
  readonly strangeKey?: { readonly name: string; readonly value: string };
  readonly truths: readonly Truth[];
};

/** Household `index` as it files: true and complete, or with what its plan says planted in it. */
export function fileRequest(others: Others, index: number): Filed {
  const { plan, random } = planOf(others.seed, index, others.errors);
  const reference = others.referenceOf(index);
  const planting = { declaration: others.declarationOf(index), reference, index, random, others };
  return { reference, ...planted(plan, planting) };
}

function planted(plan: Plan, planting: Planting): Omit<Filed, 'reference'> {
  switch (plan.kind) {
    case 'double-cover':
    case 'identity-mismatch':
      return plantRegisterFact(plan, planting);
    case 'duplicate':
      return plantDuplicate(planting);
    case 'false-declaration':
      return plantLie(planting);
    case 'unfit-for-intake':
      return plantUnfitness(planting);
    case 'nothing':
      return { declaration: planting.declaration, truths: [] };
  }
}
