import { type PlainDate, toIsoDate } from '#platform/dates';
import { CHANCE, differenceInterval, type Interval, medianInterval, type Share, shareInterval } from './intervals.ts';

/** By what the files of a commission are told apart when it is asked whether it treats them alike. */
export const comparedBy = ['milieu', 'sex', 'marital-status', 'territory'] as const;
export type ComparedBy = (typeof comparedBy)[number];

/**
 * The shares that are told: how many of how many. `same-score`: of the files that scored the same as another before the same commission, those
 * decided otherwise than most of them. `returned`: sent back by the province; `reversed`: of the appeals decided, those the family won.
 */
const rates = {
  'same-score': { count: 'other', of: 'twins' },
  'against-score': { count: 'against', of: 'decided' },
  'in-favour': { count: 'favour', of: 'decided' },
  'against-family': { count: 'harsher', of: 'decided' },
  adjourned: { count: 'adjourned', of: 'rulings' },
  enquiry: { count: 'enquiry', of: 'rulings' },
  returned: { count: 'returned', of: 'decided' },
  reversed: { count: 'reversed', of: 'appeals' },
} as const;
export type RateKey = keyof typeof rates;
export const rateKeys = Object.keys(rates) as [RateKey, ...RateKey[]];

/** The times that are told, each by its median: days from the deposit to the sitting, and seconds a file, alone or in a batch. */
const times = { days: 'days', pace: 'pace', 'batch-pace': 'batch_pace' } as const;
export type TimeKey = keyof typeof times;
export const timeKeys = Object.keys(times) as [TimeKey, ...TimeKey[]];

/** The year that ends on a day: what is compared unless other days are asked for. */
export function comparedYear(today: PlainDate): { readonly from: string; readonly to: string } {
  return { from: toIsoDate(today.subtract({ years: 1 }).add({ days: 1 })), to: toIsoDate(today) };
}

type Counted = (typeof rates)[RateKey]['count' | 'of'];
type Tallied = (typeof times)[TimeKey];

/** What the books count of one group. */
export type Counts = { readonly [key in Counted]: number } & {
  readonly [key in Tallied]?: Readonly<Record<string, number>> | undefined;
} & { readonly reasons: Readonly<Record<string, number>> };

export type Rate = Share & Interval & { readonly share: number };
export type Median = Interval & { readonly median: number; readonly of: number };

/** Figures of one group; what rests on too few files to be shown is absent. */
export type Figures = {
  readonly decided: number;
  readonly rates: { readonly [key in RateKey]?: Rate };
  readonly times: { readonly [key in TimeKey]?: Median };
};

export function figuresOf(counts: Counts, least: number): Figures {
  const shown = rateKeys.flatMap((key) => {
    const share = shareOf(counts, key);
    return share.of < least ? [] : [[key, toRate(share)] as const];
  });
  const told = timeKeys.flatMap((key) => {
    const median = medianInterval(toTally(counts[times[key]]));
    return median === undefined || median.of < least ? [] : [[key, median] as const];
  });
  return { decided: counts.decided, rates: Object.fromEntries(shown), times: Object.fromEntries(told) };
}

export type Part = { readonly part: string; readonly counts: Counts };

/** How far the share of one group stands from that of all the others together; apart when the interval of the difference leaves out zero. */
export type Difference = Interval & {
  readonly part: string;
  readonly key: RateKey;
  readonly difference: number;
  readonly isApart: boolean;
};

export type Comparison = {
  readonly differences: readonly Difference[];
  /** How many differences were looked at, how many are apart, and how many would be by chance alone if every group were treated alike. */
  readonly compared: number;
  readonly apart: number;
  readonly byChance: number;
};

/** Each group against all the others; two groups are one difference, seen from the first. */
export function compareParts(parts: readonly Part[], least: number): Comparison {
  const seen = parts.length === 2 ? parts.slice(0, 1) : parts;
  const differences =
    parts.length < 2 ? [] : seen.flatMap((one) => rateKeys.flatMap((key) => differenceOf(one, key, parts, least)));
  return {
    differences,
    compared: differences.length,
    apart: differences.filter(({ isApart }) => isApart).length,
    byChance: differences.length * CHANCE,
  };
}

function differenceOf(one: Part, key: RateKey, parts: readonly Part[], least: number): Difference[] {
  const own = shareOf(one.counts, key);
  const others = parts.filter((part) => part !== one).map(({ counts }) => shareOf(counts, key));
  const rest = { count: sum(others.map(({ count }) => count)), of: sum(others.map(({ of }) => of)) };
  if (own.of < least || rest.of < least) return [];
  const interval = differenceInterval(own, rest);
  const difference = own.count / own.of - rest.count / rest.of;
  return [{ part: one.part, key, difference, ...interval, isApart: interval.low > 0 || interval.high < 0 }];
}

/**
 * The groups that may be shown: those of fewer than `least` files are not, and neither is the next smallest where those few could be told by
 * taking the others from the whole.
 */
export function withholdSmall(
  parts: readonly Part[],
  least: number,
): { readonly shown: readonly Part[]; readonly withheld: readonly string[] } {
  const bySize = [...parts].sort((one, other) => one.counts.rulings - other.counts.rulings);
  const small = bySize.filter(({ counts }) => counts.rulings < least);
  const hidden = sum(small.map(({ counts }) => counts.rulings));
  const next = small.length > 0 && hidden < least ? bySize.slice(small.length, small.length + 1) : [];
  const withheld = new Set([...small, ...next].map(({ part }) => part));
  return { shown: parts.filter(({ part }) => !withheld.has(part)), withheld: [...withheld].sort() };
}

function shareOf(counts: Counts, key: RateKey): Share {
  return { count: counts[rates[key].count], of: counts[rates[key].of] };
}

function toRate(share: Share): Rate {
  return { ...share, share: share.count / share.of, ...shareInterval(share) };
}

function toTally(seen: Readonly<Record<string, number>> | undefined): ReadonlyMap<number, number> {
  return new Map(Object.entries(seen ?? {}).map(([value, times]) => [Number(value), times]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
