import type { Box } from './probes/answers.ts';

/** How far two gaps may differ, in sizes of a letter: half a line of rounding, never a column. */
const TOLERANCE = 0.2;

/**
 * Where two pages of opposite directions are no mirror images: another structure, a box that hangs on the wrong side, a line that runs the wrong
 * way, a sign that should be turned and is not. `ours` runs left to right, `theirs` right to left; each box is measured along its own line.
 */
export function mirrorFaults(ours: readonly Box[], theirs: readonly Box[]): string[] {
  const other = Map.groupBy(theirs, ({ path }) => path);
  const own = Map.groupBy(ours, ({ path }) => path);
  return [...own.keys()].flatMap((path) => {
    const [left, right] = [own.get(path) ?? [], other.get(path) ?? []];
    return left.flatMap((box, index) => {
      const twin = right[index];
      return twin ? faultsOfTwins(box, twin) : [];
    });
  });
}

/** How many boxes of one page have their twin in the other: the rest are words that only one language needs. */
export function sharedPart(ours: readonly Box[], theirs: readonly Box[]): number {
  const left = new Map<string, number>();
  for (const { path } of theirs) left.set(path, (left.get(path) ?? 0) + 1);
  const shared = ours.filter(({ path }) => {
    const count = left.get(path) ?? 0;
    left.set(path, count - 1);
    return count > 0;
  });
  return shared.length / Math.max(ours.length, theirs.length);
}

function faultsOfTwins(box: Box, twin: Box): string[] {
  const name = box.path.split('>').slice(-3).join(' > ');
  const isCentred = (one: Box) => Math.abs(one.start - one.end) < TOLERANCE;
  const hangsElsewhere = box.leads && twin.leads && Math.abs(box.start - twin.start) > TOLERANCE;
  return [
    ...(hangsElsewhere && !(isCentred(box) && isCentred(twin))
      ? [`${name} begins ${box.start.toFixed(2)} from its edge, in Arabic ${twin.start.toFixed(2)}`]
      : []),
    ...(box.follows ? [] : [`${name} stands before what it follows`]),
    ...(twin.follows ? [] : [`${name} stands in Arabic before what it follows`]),
    ...(name.includes('svg') && /\[mirror\]/.test(box.path) !== (box.flip !== twin.flip) ? [`${name} is not turned`] : []),
    ...(!/\[mirror\]/.test(box.path) && box.flip !== twin.flip ? [`${name} is turned though it is the same both ways`] : []),
  ];
}
