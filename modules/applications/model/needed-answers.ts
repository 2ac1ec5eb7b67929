import { assess, type Declaration } from '#modules/eligibility';
import { refuse } from '#platform/refusals';
import type { IntakeRefusal } from './intake-rules.ts';
import { SCHEME_FORMULA } from './scheme.ts';

/** A request that lacks an answer its score needs would stand still after all its checks: it is told at the door what is missing. */
export function missingAnswers(declaration: Declaration): readonly IntakeRefusal[] {
  return assess(SCHEME_FORMULA, declaration).missing.map((path) =>
    refuse('required', { place: path, facts: { formula: SCHEME_FORMULA } }),
  );
}
