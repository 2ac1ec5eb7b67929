import { type AppealOutcome, isReversal } from './appeal-decision.ts';
import { shareInterval } from './intervals.ts';

/** One appeal that was ruled on, without anybody's name. */
export type Ruled = { readonly groups: Readonly<Record<string, readonly string[]>>; readonly outcome: AppealOutcome };

/** How many were ruled on in a group, how many decisions were changed, and between which shares the truth most likely lies. */
export type Reversals = {
  readonly group: string;
  readonly ruled: number;
  readonly upheld: number;
  readonly reformed: number;
  readonly sentBack: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};

/** Counts what was ruled by one way of grouping, the groups with most reversals first. */
export function reversalsBy(ruled: readonly Ruled[], by: string): readonly Reversals[] {
  const pairs = ruled.flatMap((one) => (one.groups[by] ?? []).map((group) => ({ group, outcome: one.outcome })));
  const groups = Map.groupBy(pairs, ({ group }) => group);
  const counted = [...groups].map(([group, members]) =>
    reversalsOf(
      group,
      members.map(({ outcome }) => outcome),
    ),
  );
  return counted.sort(
    (one, other) =>
      other.reformed + other.sentBack - one.reformed - one.sentBack ||
      other.ruled - one.ruled ||
      one.group.localeCompare(other.group),
  );
}

export function reversalsOf(group: string, outcomes: readonly AppealOutcome[]): Reversals {
  const count = (wanted: AppealOutcome) => outcomes.filter((outcome) => outcome === wanted).length;
  const ruled = outcomes.filter((outcome) => outcome !== 'adjourned').length;
  const reversed = outcomes.filter(isReversal).length;
  return {
    ...{ group, ruled, upheld: count('upheld'), reformed: count('reformed'), sentBack: count('sent_back') },
    ...{
      share: ruled === 0 ? 0 : reversed / ruled,
      ...(ruled === 0 ? { low: 0, high: 1 } : shareInterval({ count: reversed, of: ruled })),
    },
  };
}
