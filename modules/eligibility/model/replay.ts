import { findPublishedFormula } from '#law';
import { canonicalJson, type Json } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import { assessWith } from './assess.ts';
import type { Assessment, FormulaVersion } from './assessment.ts';
import type { AnonymousDeclaration } from './declaration.ts';
import { type CompiledPeriod, compilePeriod } from './formulas.ts';
import type { OutsideFacts } from './household.ts';

/** What a score was computed from, as it was stored. */
export type StoredInput = { readonly declaration: AnonymousDeclaration; readonly facts?: OutsideFacts };

/** The one text of an assessment: the same input and version give the same bytes, so that two texts or their digests can be compared. */
export function assessmentText(assessment: Assessment): string {
  return canonicalJson(assessment as unknown as Json);
}

/**
 * Recomputes a past assessment from its stored input and version, byte for byte as {@link assessmentText} gave it then, whatever
 * the law became since. Refuses `formula-unknown` when that content was never published.
 */
export function replay(input: StoredInput, stored: Pick<FormulaVersion, 'id' | 'digest'>): string | Refusal<'formula-unknown'> {
  const period = periodOf(stored.digest);
  if (!period) return refuse('formula-unknown', { facts: { formula: stored.id, digest: stored.digest } });
  return assessmentText(assessWith(period, input.declaration, input.facts));
}

const replayed = new Map<string, CompiledPeriod>();

function periodOf(digest: string): CompiledPeriod | undefined {
  const known = replayed.get(digest);
  if (known) return known;
  const formula = findPublishedFormula(digest);
  if (!formula) return undefined;
  const period = compilePeriod('', formula);
  replayed.set(digest, period);
  return period;
}
