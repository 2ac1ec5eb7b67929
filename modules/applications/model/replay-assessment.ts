import { createHash } from 'node:crypto';
import { type Declaration, type FormulaId, replay } from '#modules/eligibility';
import { digestOf, type Json } from '#platform/canonical-json';
import { isRefusal } from '#platform/refusals';

/** A score as it was kept, and the digests of what it was made from. */
export type KeptAssessment = {
  readonly formula: string;
  readonly formula_digest: string;
  readonly input_digest: string;
  readonly result: string;
  readonly result_digest: string;
};

export const replayVerdicts = ['same', 'declaration-changed', 'formula-unknown', 'result-changed'] as const;
export type ReplayVerdict = (typeof replayVerdicts)[number];

export type Replayed = {
  readonly verdict: ReplayVerdict;
  /** SHA-256 of the bytes as recomputed now; absent when they cannot be. */
  readonly recomputedDigest?: string;
  /** Those bytes. */
  readonly recomputed?: string;
};

/** Makes a score again from what was declared then and the formula of then, and says whether it comes to the very bytes that were kept. */
export function replayAssessment(kept: KeptAssessment, declaration: Declaration): Replayed {
  const text = replay({ declaration }, { id: kept.formula as FormulaId, digest: kept.formula_digest });
  if (isRefusal(text)) return { verdict: 'formula-unknown' };
  const recomputedDigest = sha256(text);
  if (digestOf(declaration as unknown as Json) !== kept.input_digest)
    return { verdict: 'declaration-changed', recomputedDigest, recomputed: text };
  const isSame = text === kept.result && recomputedDigest === kept.result_digest;
  return { verdict: isSame ? 'same' : 'result-changed', recomputedDigest, recomputed: text };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
