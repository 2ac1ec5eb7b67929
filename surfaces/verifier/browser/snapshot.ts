import { type Chain, type Manifest, readChain, type SetAtHand, type SignatureCheck } from '#modules/cards';
import { hashes, toBase64Url } from './hashes.ts';
import type { Shelf } from './shelf.ts';

/** What came of asking for the snapshot. A fault leaves what was there, or what of the new could be believed. */
export type Fetched =
  | { readonly kind: 'fresh' | 'no-line' | 'refused' }
  | { readonly kind: 'fault'; readonly fault: NonNullable<Chain['fault']> | 'damaged' };

export type Fetching = {
  readonly shelf: Shelf;
  readonly check: SignatureCheck;
  readonly key: string;
  readonly onPiece: (done: number, all: number) => void;
};

const SETS = 'sets';
const SEEN = 'seen';
/** The latest moment that this device has lived through: its clock may not stand before it. */
export const LATEST_SEEN = 'latest-seen';
const PATIENCE_MS = 30_000;
const nameOf = ({ series, number }: Manifest, piece: number) => `piece/${series}/${number}/${piece}`;

/** Fetches what is new, a piece at a time: each is kept once it is found whole, so that a cut loses one at most. */
export async function fetchSnapshot(fetching: Fetching): Promise<Fetched> {
  const { shelf, key, check } = fetching;
  const offered = await askFor('/gateway/v1/snapshot', key);
  if (typeof offered === 'string') return { kind: offered };
  const { sets } = (await offered.json().catch(() => ({ sets: [{}] }))) as { sets?: readonly unknown[] };
  const seen = await shelf.get<{ series: number; number: number }>(SEEN);
  const chain = await readChain(sets ?? [], { check, hashes }, seen);
  if (chain.sets.length > 0) {
    const failed = await fetchPieces(chain.sets, fetching);
    if (failed) return failed;
    await adopt(shelf, chain.sets);
    await correctClock(shelf, offered);
  }
  return chain.fault === undefined ? { kind: 'fresh' } : { kind: 'fault', fault: chain.fault };
}

/** What this device can be asked about at a moment. The clock is remembered at its latest: one that is set back later is seen. */
export async function readWorld(
  shelf: Shelf,
  now: number,
): Promise<{ sets: readonly SetAtHand[]; now: number; latestSeen: number }> {
  const latestSeen = (await shelf.get<number>(LATEST_SEEN)) ?? 0;
  if (now > latestSeen) await shelf.set(LATEST_SEEN, now);
  return { sets: await setsAtHand(shelf), now, latestSeen };
}

/** The sets that this device can be asked about, the whole first. */
export async function setsAtHand(shelf: Shelf): Promise<readonly SetAtHand[]> {
  const manifests = (await shelf.get<readonly Manifest[]>(SETS)) ?? [];
  return manifests.map((manifest) => ({ manifest, read: (from, to) => readBytes(shelf, manifest, [from, to]) }));
}

/**
 * A clock that once stood years ahead would be missed for good when it is put right: the hour of the house, told with a snapshot that is believed,
 * stands in the place of what was seen.
 */
async function correctClock(shelf: Shelf, { headers }: Response): Promise<void> {
  const hour = Date.parse(headers.get('date') ?? '');
  if (Number.isFinite(hour)) await shelf.set(LATEST_SEEN, hour);
}

async function fetchPieces(sets: readonly Manifest[], { shelf, key, onPiece }: Fetching): Promise<Fetched | undefined> {
  const pieces = sets.flatMap((set) => set.parts.map((digest, at) => ({ set, digest, at })));
  for (const [done, { set, digest, at }] of pieces.entries()) {
    onPiece(done + 1, pieces.length);
    if ((await shelf.get(nameOf(set, at))) !== undefined) continue;
    const from = at * set.part_bytes;
    const range = `bytes=${from}-${Math.min(set.bytes, from + set.part_bytes) - 1}`;
    const answer = await askFor(`/gateway/v1/snapshot/${set.series}/${set.number}`, key, { range });
    if (typeof answer === 'string') return { kind: answer };
    const bytes = await answer.arrayBuffer().then(
      (whole) => new Uint8Array(whole),
      () => undefined,
    );
    if (bytes === undefined) return { kind: 'no-line' };
    if (toBase64Url(await hashes.sha256(bytes)) !== digest) return { kind: 'fault', fault: 'damaged' };
    await shelf.set(nameOf(set, at), bytes);
  }
  return undefined;
}

/** From here on this is what is asked; pieces of an earlier series go. */
async function adopt(shelf: Shelf, sets: readonly Manifest[]): Promise<void> {
  const before = (await shelf.get<readonly Manifest[]>(SETS)) ?? [];
  const last = sets.at(-1);
  await shelf.set(SETS, sets);
  await shelf.set(SEEN, { series: last?.series ?? 0, number: last?.number ?? 0 });
  const [earlier] = before;
  if (earlier && earlier.series !== last?.series) await shelf.drop(`piece/${earlier.series}/`);
}

async function askFor(
  address: string,
  key: string,
  headers: Record<string, string> = {},
): Promise<Response | 'no-line' | 'refused'> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { headers: { ...headers, authorization: `Bearer ${key}` }, signal, redirect: 'error' });
    if (answer.ok) return answer;
    return answer.status === 401 || answer.status === 403 ? 'refused' : 'no-line';
  } catch {
    return 'no-line';
  }
}

/** A stretch of a set, from the one piece it lies in or the two it crosses. */
async function readBytes(shelf: Shelf, manifest: Manifest, [from, to]: readonly [number, number]): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, to - from));
  for (let at = Math.floor(from / manifest.part_bytes); at * manifest.part_bytes < to; at += 1) {
    const piece = await shelf.get<Uint8Array>(nameOf(manifest, at));
    const start = at * manifest.part_bytes;
    const taken = piece?.subarray(Math.max(0, from - start), Math.max(0, to - start));
    if (taken) bytes.set(taken, Math.max(0, start - from));
  }
  return bytes;
}
