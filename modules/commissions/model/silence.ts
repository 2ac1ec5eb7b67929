import type { Outcome, Proposal } from './decision.ts';

/** What the law does once a delay is over and nobody has spoken: `law/parameters/silence`. */
export type SilenceEffects = {
  readonly decision: 'none' | 'accepted' | 'refused';
  readonly decided: 'none' | 'accepted';
};

/** The outcome that the law gives a request without a decision: accepted gives what the score proposes, and never less than the lesser admission. */
export function outcomeOfSilence(effect: 'accepted' | 'refused', proposal: Proposal): Outcome {
  if (effect === 'refused') return 'refused';
  return proposal === 'poor' ? 'poor' : 'vulnerable';
}
