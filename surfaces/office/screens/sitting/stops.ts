import type { FileNow } from './room-now.ts';

/** Where a sitting stops: at one file, or at several that the score and the registers agree on, read and decided together. */
export type Stop =
  | { readonly kind: 'file'; readonly file: FileNow }
  | { readonly kind: 'batch'; readonly files: readonly FileNow[] };

/** Nothing about it asks for a word: no alert, nothing said before, nobody out of it. */
function isForBatch(file: FileNow): boolean {
  const isQuiet = file.alerts.length === 0 && file.before === undefined && file.enquiry === undefined;
  return file.isConcordant && !file.isNearLimit && isQuiet && file.recused.length === 0 && file.writtenOpinions.length === 0;
}

/**
 * What is left to decide, in the order of the agenda: concordant files that nobody pulled out in batches, each batch where its first file stands,
 * the others one by one. A batch of one is a file like any other.
 */
export function stopsOf(files: readonly FileNow[], pulledOut: ReadonlySet<string>, batchSize: number): readonly Stop[] {
  const left = files.filter(({ ruling }) => ruling === undefined);
  const together = left.filter((file) => isForBatch(file) && !pulledOut.has(file.application));
  const batches = Array.from({ length: Math.ceil(together.length / batchSize) }, (_, place) =>
    together.slice(place * batchSize, (place + 1) * batchSize),
  ).filter((batch) => batch.length > 1);
  const batched = new Map(batches.flatMap((batch) => batch.map((file) => [file.application, batch] as const)));
  return left.flatMap((file): Stop[] => {
    const batch = batched.get(file.application);
    if (batch === undefined) return [{ kind: 'file', file }];
    return batch[0]?.application === file.application ? [{ kind: 'batch', files: batch }] : [];
  });
}

/** The next stop after a place of the agenda; past the end, what was left behind. */
export function stopAfter(stops: readonly Stop[], position: number): Stop | undefined {
  return stops.find((stop) => placeOf(stop) > position) ?? stops[0];
}

function placeOf(stop: Stop): number {
  return stop.kind === 'file' ? stop.file.position : (stop.files[0]?.position ?? 0);
}
