/** Why a file has its place on an agenda, in the order in which they come. Its words: `commissions.place.<why>`. */
export const places = ['answered', 'returned', 'adjourned', 'late', 'concordant', 'age'] as const;
export type Place = (typeof places)[number];

export type Clock = 'normal' | 'warning' | 'late';

/** A file that waits for an agenda: how it came to wait, since when its family does, and how its delay stands. */
export type Waiting = {
  readonly id: string;
  /** The last step it took, as the lifecycle of requests names it. */
  readonly cameBy: string;
  readonly filedOn: string;
  readonly since: string;
  readonly clock: Clock;
};

const cameBack: Readonly<Record<string, Place>> = {
  'answer-enquiry': 'answered',
  'return-to-commission': 'returned',
  'send-back-on-appeal': 'returned',
  adjourn: 'adjourned',
};

/** Which place a file has by what is known of it before anybody looks whether it is concordant. */
export function placeOf(file: Waiting): Exclude<Place, 'concordant'> {
  const back = cameBack[file.cameBy];
  if (back && back !== 'concordant') return back;
  return file.clock === 'late' ? 'late' : 'age';
}

/**
 * The order before concordance: what comes back, then what is late, then the others; among equals, the family that has waited longest since
 * it filed. Files that come back keep one order among themselves, whatever brought them.
 */
export function inOrder<File extends Waiting>(files: readonly File[]): readonly File[] {
  return files.toSorted(
    (one, other) =>
      groupOf(placeOf(one)) - groupOf(placeOf(other)) ||
      compare(one.filedOn, other.filedOn) ||
      compare(one.since, other.since) ||
      compare(one.id, other.id),
  );
}

/** Files that came back go first, then late ones; 2 is whatever waits in its turn. */
export function groupOf(place: Place): 0 | 1 | 2 {
  if (place === 'answered' || place === 'returned' || place === 'adjourned') return 0;
  return place === 'late' ? 1 : 2;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
