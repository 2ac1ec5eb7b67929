import type { TagLook } from '../../components/tag.tsx';

/** What a field says, in words: a bit more makes it twice as likely that the two are one. */
export type Weight = 'strongly-for' | 'for' | 'little' | 'against' | 'strongly-against' | 'nothing';

/** Thirty times as likely and more is said strongly; less than twice says little. */
export function weightOf(level: string, bits: number): Weight {
  if (level === 'missing') return 'nothing';
  if (bits >= 5) return 'strongly-for';
  if (bits >= 1) return 'for';
  if (bits > -1) return 'little';
  return bits > -5 ? 'against' : 'strongly-against';
}

export const looksOfWeights: Readonly<Record<Weight, TagLook>> = {
  'strongly-for': 'open',
  for: 'open',
  little: 'waiting',
  nothing: 'waiting',
  against: 'warning',
  'strongly-against': 'refused',
};

/** In the hundred, never rounded up to certainty. */
export function toPercent(probability: number): number {
  return Math.floor(probability * 1_000) / 10;
}
