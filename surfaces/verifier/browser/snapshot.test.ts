import { afterEach, expect, test, vi } from 'vitest';
import { checkBy } from '#modules/cards';
import { aSigningKey, keysOf } from '../../../modules/cards/testing/credentials.ts';
import { aPublisher } from '../../../modules/cards/testing/snapshots.ts';
import type { Shelf } from './shelf.ts';
import { fetchSnapshot, LATEST_SEEN, setsAtHand } from './snapshot.ts';

const key = aSigningKey();
const families = Array.from(
  { length: 70_000 },
  (_, at) => [`registration:${at}`, { outlook: { state: 'open' as const, day: '2028-12-31' }, birthYears: [1980] }] as const,
);
const { manifest, bytes } = aPublisher(key).publish(families, '2026-11-29');

function aShelf(): Shelf {
  const kept = new Map<string, unknown>();
  return {
    get: async <T>(name: string) => kept.get(name) as T | undefined,
    set: async (name, value) => void kept.set(name, value),
    drop: async (beginning) => {
      for (const name of [...kept.keys()]) if (name.startsWith(beginning)) kept.delete(name);
    },
  };
}

const HOUR = 'Mon, 30 Nov 2026 08:00:00 GMT';

/** A line that breaks after so many pieces, or brings one of them damaged. */
function aLine({ breaksAfter = Number.POSITIVE_INFINITY, damages = -1 } = {}): string[] {
  const ranges: string[] = [];
  vi.stubGlobal('fetch', async (address: string, { headers }: { headers: Record<string, string> }) => {
    if (address.endsWith('/snapshot')) return Response.json({ sets: [manifest] }, { headers: { date: HOUR } });
    if (ranges.length >= breaksAfter) throw new TypeError('the line is cut');
    const range = headers.range ?? '';
    const [, from = 0, to = 0] = (/(\d+)-(\d+)/.exec(range) ?? []).map(Number);
    const piece = Uint8Array.from(bytes.subarray(from, to + 1));
    if (ranges.length === damages) piece[0] = (piece[0] ?? 0) ^ 1;
    ranges.push(range);
    return new Response(piece, { status: 206 });
  });
  return ranges;
}

afterEach(() => vi.unstubAllGlobals());

test('a line that is cut costs no piece that had come: the next time only the others are fetched', async () => {
  expect(manifest.parts.length).toBeGreaterThan(1);
  const shelf = aShelf();
  const fetching = { shelf, check: checkBy(keysOf(key)), key: 'any', onPiece: () => undefined };
  aLine({ breaksAfter: 1 });
  expect(await fetchSnapshot(fetching)).toEqual({ kind: 'no-line' });
  expect(await setsAtHand(shelf)).toEqual([]);
  const ranges = aLine();
  expect(await fetchSnapshot(fetching)).toEqual({ kind: 'fresh' });
  expect(ranges).toHaveLength(manifest.parts.length - 1);
  const [set] = await setsAtHand(shelf);
  const middle = manifest.part_bytes;
  expect(Buffer.from((await set?.read(middle - 9, middle + 9)) ?? [])).toEqual(bytes.subarray(middle - 9, middle + 9));
});

test('a piece that came damaged is not kept, and the snapshot is not believed before it is whole', async () => {
  const shelf = aShelf();
  const fetching = { shelf, check: checkBy(keysOf(key)), key: 'any', onPiece: () => undefined };
  aLine({ damages: 1 });
  expect(await fetchSnapshot(fetching)).toEqual({ kind: 'fault', fault: 'damaged' });
  expect(await setsAtHand(shelf)).toEqual([]);
  aLine();
  expect(await fetchSnapshot(fetching)).toEqual({ kind: 'fresh' });
});

test('a clock that once stood years ahead is not missed for good: the hour of the house, with a snapshot that is believed, corrects it', async () => {
  const shelf = aShelf();
  const fetching = { shelf, check: checkBy(keysOf(key)), key: 'any', onPiece: () => undefined };
  await shelf.set(LATEST_SEEN, Date.parse('2031-01-01'));
  aLine({ damages: 1 });
  await fetchSnapshot(fetching);
  expect(await shelf.get(LATEST_SEEN), 'not by a snapshot that is not').toBe(Date.parse('2031-01-01'));
  aLine();
  await fetchSnapshot(fetching);
  expect(await shelf.get(LATEST_SEEN)).toBe(Date.parse(HOUR));
});
