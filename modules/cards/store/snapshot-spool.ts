import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type SnapshotOutlook, snapshotStates } from '../model/snapshot/snapshot-entry.ts';

/** One number as it lies in the spool: its keyed digest, and what is said of it as bytes that are alike where it is the same. */
export type SpoolEntry = { readonly digest: Buffer; readonly said: Buffer };

/** What a spool holds in all, gathered while it was written. `outlooks`: each one there is, as `outlookBytes` writes it, in hexadecimal. */
export type SpoolSum = { readonly entries: number; readonly outlooks: readonly string[] };

export type SpoolWriter = { add(entry: SpoolEntry): void; close(): SpoolSum };

/** By the first six bits of the digest: a nation's entries are sorted a sixty-fourth at a time. */
export const PARTITIONS = 64;
const DIGEST_BYTES = 32;
const OUTLOOK_BYTES = 6;
const FULL_BYTES = 64 * 1024;
const NO_DAY = -(2 ** 31);
const DAY_MS = 86_400_000;

/** Files that the server keeps to itself: what was last told of each number, to tell what has changed. */
export function openSpoolWriter(folder: string): SpoolWriter {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const parts = Array.from({ length: PARTITIONS }, (_, at) => ({
    file: openSync(partitionIn(folder, at), 'w', 0o600),
    waiting: [] as Buffer[],
    bytes: 0,
  }));
  const outlooks = new Set<string>();
  let entries = 0;
  const flush = (part: (typeof parts)[number]) => {
    if (part.bytes > 0) writeSync(part.file, Buffer.concat(part.waiting));
    part.waiting = [];
    part.bytes = 0;
  };
  return {
    add({ digest, said }) {
      const part = parts[(digest[0] ?? 0) >> 2];
      if (!part) return;
      outlooks.add(said.toString('hex', 0, OUTLOOK_BYTES));
      part.waiting.push(digest, said);
      part.bytes += digest.length + said.length;
      entries += 1;
      if (part.bytes > FULL_BYTES) flush(part);
    },
    close() {
      for (const part of parts) {
        flush(part);
        closeSync(part.file);
      }
      return { entries, outlooks: [...outlooks].sort() };
    },
  };
}

/** The entries of a partition in the order of their digests. */
export function readPartition(folder: string, at: number): readonly SpoolEntry[] {
  const path = partitionIn(folder, at);
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const entries: SpoolEntry[] = [];
  for (let from = 0; from < bytes.length; ) {
    const saidFrom = from + DIGEST_BYTES;
    const end = saidFrom + OUTLOOK_BYTES + 1 + 2 * (bytes[saidFrom + OUTLOOK_BYTES] ?? 0);
    entries.push({ digest: bytes.subarray(from, saidFrom), said: bytes.subarray(saidFrom, end) });
    from = end;
  }
  return entries.sort((one, other) => Buffer.compare(one.digest, other.digest));
}

/** A state, its day and what follows; then how many members, and the year of birth of each. */
export function toSaid(outlook: SnapshotOutlook, birthYears: readonly number[]): Buffer {
  const said = Buffer.alloc(OUTLOOK_BYTES + 1 + 2 * birthYears.length);
  said.writeUInt8(snapshotStates.indexOf(outlook.state), 0);
  said.writeInt32BE(outlook.day === undefined ? NO_DAY : Math.round(Date.parse(outlook.day) / DAY_MS), 1);
  said.writeUInt8(outlook.becomes === undefined ? 0 : snapshotStates.indexOf(outlook.becomes), 5);
  said.writeUInt8(birthYears.length, OUTLOOK_BYTES);
  for (const [at, year] of birthYears.entries()) said.writeUInt16BE(year, OUTLOOK_BYTES + 1 + 2 * at);
  return said;
}

export function birthYearsIn(said: Buffer): readonly number[] {
  return Array.from({ length: said[OUTLOOK_BYTES] ?? 0 }, (_, at) => said.readUInt16BE(OUTLOOK_BYTES + 1 + 2 * at));
}

export function outlookIn(said: Buffer): string {
  return said.toString('hex', 0, OUTLOOK_BYTES);
}

/** An outlook as the table of a manifest holds it, its day counted from another. */
export function outlookRow(outlook: string, day: string): [number, number | null, number | null] {
  const bytes = Buffer.from(outlook, 'hex');
  const days = bytes.readInt32BE(1);
  const becomes = bytes.readUInt8(5);
  return [
    bytes.readUInt8(0),
    days === NO_DAY ? null : days - Math.round(Date.parse(day) / DAY_MS),
    becomes === 0 ? null : becomes,
  ];
}

function partitionIn(folder: string, at: number): string {
  return join(folder, `${String(at).padStart(2, '0')}.spool`);
}
