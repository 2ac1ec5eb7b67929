import type { Room } from '../sittings/sitting-view.ts';

type RoomFile = Room['files'][number];
export type RuledFile = RoomFile & { readonly ruling: NonNullable<RoomFile['ruling']> };

export const outcomes = ['poor', 'vulnerable', 'refused', 'adjourned', 'enquiry'] as const;

export type Recap = {
  readonly undecided: readonly RoomFile[];
  readonly counts: Readonly<Record<(typeof outcomes)[number], number>>;
  readonly inBatches: number;
  readonly againstScore: readonly RuledFile[];
  /** Against the score beyond what one may do alone, without a second person yet. */
  readonly awaitingSecond: readonly RuledFile[];
};

/** What a sitting has done, for its last page. */
export function recapOf({ files }: Pick<Room, 'files'>): Recap {
  const ruled = files.filter((file): file is RuledFile => file.ruling !== undefined);
  const againstScore = ruled.filter(({ ruling }) => ruling.againstScore).sort((a, b) => a.ruling.sequence - b.ruling.sequence);
  const many = (outcome: string) => ruled.filter(({ ruling }) => ruling.outcome === outcome).length;
  return {
    undecided: files.filter(({ ruling }) => ruling === undefined),
    counts: Object.fromEntries(outcomes.map((outcome) => [outcome, many(outcome)])) as Recap['counts'],
    inBatches: ruled.filter(({ ruling }) => ruling.batch !== undefined).length,
    againstScore,
    awaitingSecond: againstScore.filter(({ ruling }) => ruling.needsSecond && ruling.seconded === undefined),
  };
}
