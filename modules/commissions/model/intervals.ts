/** Both ends of an interval; shares are between 0 and 1, differences of shares between −1 and 1. */
export type Interval = { readonly low: number; readonly high: number };

/** `count` of `of`: how many of how many. */
export type Share = { readonly count: number; readonly of: number };

/** The two-sided 95 % point of the normal law: one interval in twenty misses by chance alone. */
const Z = 1.959963984540054;
export const CHANCE = 0.05;

/**
 * The interval of E. B. Wilson (1927) for a share, without correction of continuity: stays within 0 and 1 and means something for 0 of n, which
 * the textbook's ± does not. `of` is at least 1.
 */
export function shareInterval({ count, of }: Share): Interval {
  const share = count / of;
  const centre = 2 * count + Z * Z;
  const reach = Z * Math.sqrt(Z * Z + 4 * count * (1 - share));
  const width = 2 * (of + Z * Z);
  return { low: Math.max(0, (centre - reach) / width), high: Math.min(1, (centre + reach) / width) };
}

/**
 * The interval of R. G. Newcombe (Statistics in Medicine 17, 1998, 873–890, method 10) for the difference of two shares of groups that have
 * nobody in common: one minus other.
 */
export function differenceInterval(one: Share, other: Share): Interval {
  const [p1, p2] = [one.count / one.of, other.count / other.of];
  const [first, second] = [shareInterval(one), shareInterval(other)];
  const difference = p1 - p2;
  return {
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
  };
}

/** How often each whole number was seen. */
export type Tally = ReadonlyMap<number, number>;

/**
 * The median of what was counted, between the two ranks that hold it (M. J. Campbell and M. J. Gardner, British Medical Journal 296, 1988,
 * 1454–1456). Undefined where nothing was counted.
 */
export function medianInterval(tally: Tally): (Interval & { readonly median: number; readonly of: number }) | undefined {
  const sorted = [...tally].sort(([one], [other]) => one - other);
  const of = sorted.reduce((sum, [, times]) => sum + times, 0);
  if (of === 0) return undefined;
  const reach = (Z * Math.sqrt(of)) / 2;
  return {
    of,
    median: (atRank(sorted, Math.floor((of + 1) / 2)) + atRank(sorted, Math.ceil((of + 1) / 2))) / 2,
    low: atRank(sorted, Math.max(1, Math.round(of / 2 - reach))),
    high: atRank(sorted, Math.min(of, Math.round(1 + of / 2 + reach))),
  };
}

function atRank(sorted: readonly (readonly [number, number])[], rank: number): number {
  let passed = 0;
  for (const [value, times] of sorted) {
    passed += times;
    if (passed >= rank) return value;
  }
  throw new RangeError(`no rank ${rank} among ${passed}`);
}
