import { openSpoolWriter, PARTITIONS, readPartition, type SpoolEntry, type SpoolSum, toSaid } from './snapshot-spool.ts';

/** Writes what one spool says otherwise than an earlier one: what is new or changed as it is now, what is there no more as gone. */
export function writeChanges({ earlier, later, into }: { earlier: string; later: string; into: string }): SpoolSum {
  const writer = openSpoolWriter(into);
  for (let at = 0; at < PARTITIONS; at += 1)
    for (const change of changesBetween(readPartition(earlier, at), readPartition(later, at))) writer.add(change);
  return writer.close();
}

/** Both in the order of their digests, walked side by side. */
function* changesBetween(earlier: readonly SpoolEntry[], later: readonly SpoolEntry[]): Generator<SpoolEntry> {
  let before = 0;
  for (const entry of later) {
    while (earlier[before] && order(earlier[before], entry) < 0) yield gone(earlier[before++]);
    const same = earlier[before];
    if (!same || order(same, entry) !== 0) yield entry;
    else {
      before += 1;
      if (Buffer.compare(same.said, entry.said) !== 0) yield entry;
    }
  }
  while (before < earlier.length) yield gone(earlier[before++]);
}

const GONE = toSaid({ state: 'gone' }, []);

function gone(entry: SpoolEntry | undefined): SpoolEntry {
  if (!entry) throw new RangeError('no entry to take away');
  return { digest: entry.digest, said: GONE };
}

function order(one: SpoolEntry | undefined, other: SpoolEntry): number {
  return one ? Buffer.compare(one.digest, other.digest) : 1;
}
