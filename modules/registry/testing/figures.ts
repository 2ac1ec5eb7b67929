import type { Found } from './search-in-memory.ts';
import type { Truth } from './truth-set.ts';

export type Figures = {
  readonly found: number;
  readonly planted: number;
  /** Of those found, how many are one person. */
  readonly precision: number;
  /** Of those who are one person, how many are found. */
  readonly recall: number;
};

export function figuresOf(found: readonly Pick<Found, 'one' | 'other'>[], truths: readonly Truth[]): Figures {
  const keys = new Set(found.map(({ one, other }) => keyOf(one, other)));
  const planted = truths.filter(({ kind }) => kind === 'duplicate');
  const right = planted.filter(({ one, other }) => keys.has(keyOf(one, other))).length;
  return {
    found: keys.size,
    planted: planted.length,
    precision: keys.size === 0 ? 1 : right / keys.size,
    recall: planted.length === 0 ? 1 : right / planted.length,
  };
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
