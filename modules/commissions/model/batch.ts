import { type Refusal, refuse } from '#platform/refusals';
import { toMs } from './presence.ts';

export type BatchRule = { readonly size: number; readonly readingSeconds: number };

/** Files ruled on together: since when they were on the screen, and when they were ruled on, by the books. */
export type Batch = {
  readonly shownAt: string;
  readonly rulings: readonly { readonly ruledAt: string; readonly isConcordant: boolean; readonly followsScore: boolean }[];
  /** The opening of the sitting, or the moment the batch before was ruled on. */
  readonly notBefore: string;
};

export type BatchRefusal = 'batch-too-large' | 'batch-not-concordant' | 'read-too-fast';

/**
 * Whether files may be ruled on together: few enough, all concordant and all as the score proposes, and on the screen long enough since the
 * batch before. So n batches never take less than n times the reading time, whatever the clock of the room says.
 * Source: `law/parameters/commissions/batch-size.yaml`, `batch-reading-seconds.yaml`.
 */
export function decideBatch({ shownAt, rulings, notBefore }: Batch, rule: BatchRule): Refusal<BatchRefusal> | undefined {
  if (rulings.length > rule.size) return refuse('batch-too-large', { place: 'rulings', facts: { size: rule.size } });
  const differs = rulings.findIndex(({ isConcordant, followsScore }) => !isConcordant || !followsScore);
  if (differs >= 0) return refuse('batch-not-concordant', { place: `rulings[${differs}].application` });
  const since = Math.max(toMs(shownAt), toMs(notBefore));
  const read = Math.min(...rulings.map(({ ruledAt }) => toMs(ruledAt))) - since;
  const missing = Math.ceil(rule.readingSeconds - read / 1_000);
  return missing > 0 ? refuse('read-too-fast', { place: 'batch.shownAt', facts: { seconds: missing } }) : undefined;
}
