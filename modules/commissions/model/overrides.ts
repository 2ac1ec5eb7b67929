export type Overriding = { readonly sequence: number; readonly against_score: boolean; readonly seconded_by: string | null };

/**
 * The rulings against the score that wait for a second person: all beyond the number that a commission may take in one sitting by itself, in the
 * order they were ruled. Source: `law/parameters/commissions/overrides-before-second.yaml`.
 */
export function awaitingSecond<Ruled extends Overriding>(standing: readonly Ruled[], allowed: number): readonly Ruled[] {
  return standing
    .filter((ruling) => ruling.against_score)
    .sort((one, other) => one.sequence - other.sequence)
    .slice(allowed)
    .filter((ruling) => ruling.seconded_by === null);
}
