import { rulesOfFences } from './rules/fences.ts';
import { rulesOfLaw } from './rules/law.ts';
import { rulesOfShape } from './rules/shape.ts';
import type { Rule } from './tree.ts';

/** The rules of the house that no tool of the trade knows. Each has its violation in `violations/<name>/`. */
export const rules: readonly Rule[] = [...rulesOfShape, ...rulesOfFences, ...rulesOfLaw];
