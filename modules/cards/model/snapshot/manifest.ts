// As a namespace: a browser gets only what is used of it.
import * as z from 'zod';
import type { CoseFault } from '../cose-sign1.ts';
import { openToken, type SignatureCheck } from '../credential-text.ts';
import type { SetShape } from './packed-slice.ts';
import { type SnapshotOutlook, snapshotStates } from './snapshot-entry.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/**
 * What a set of a snapshot is, sealed: `ramed.snapshot/1`. Number 0 of a series says everything, each later one what has changed since the one before.
 * `key`: what names are hashed with. `outlooks`: each a state, days from `day` on, and the state that follows.
 */
export type Manifest = z.infer<typeof Manifest>;

export const Manifest = z.object({
  format: z.literal('ramed.snapshot/1'),
  series: z.int().min(1).max(0xffff_ffff),
  number: z.int().min(0).max(9_999),
  day: z.iso.date(),
  issued_at: z.iso.datetime(),
  key: base64url.length(43),
  entries: z.int().min(0),
  slice_bits: z.int().min(0).max(16),
  rice_bits: z.int().min(0).max(40),
  outlooks: z.array(z.tuple([z.int().min(0), z.int().nullable(), z.int().min(0).nullable()])).max(65_536),
  bytes: z.int().min(0).max(0xffff_ffff),
  part_bytes: z.int().min(1_024),
  /** SHA-256 of each part, the last one shorter. */
  parts: z.array(base64url.length(43)),
  /** The digest of the manifest before; null for the first of a series. */
  previous: z.string().nullable(),
  /** COSE_Sign1 in base64url over the digest of the rest. */
  seal: base64url.max(400),
});

export type Unsealed = Omit<Manifest, 'seal'>;

/** One text for one manifest, whatever the order in which its members came over the wire. */
export function contentOf(manifest: Unsealed): string {
  const { format, series, number, day, issued_at, key, entries, slice_bits, rice_bits, outlooks, bytes, part_bytes } = manifest;
  const head = [format, series, number, day, issued_at, key, entries, slice_bits, rice_bits, outlooks, bytes, part_bytes];
  return JSON.stringify([...head, manifest.parts, manifest.previous]);
}

/** What is signed: the format stands in front, so that a seal is never taken for a credential, nor the reverse. */
export function sealedContent(digest: string): string {
  return `ramed.snapshot/1 ${digest}`;
}

export function shapeOf({ slice_bits, rice_bits, outlooks }: Unsealed): SetShape {
  return { sliceBits: slice_bits, riceBits: rice_bits, outlookBits: outlookBitsFor(outlooks.length) };
}

export function outlookBitsFor(outlooks: number): number {
  return Math.max(1, Math.ceil(Math.log2(Math.max(2, outlooks))));
}

/** The outlook at a place of the table; undefined where there is none, as for most numbers that nobody has. */
export function outlookAt({ outlooks, day }: Unsealed, place: number): SnapshotOutlook | undefined {
  const [state, days, becomes] = outlooks[place] ?? [];
  const named = state === undefined ? undefined : snapshotStates[state];
  if (named === undefined) return undefined;
  return {
    state: named,
    day: typeof days === 'number' ? dayFrom(day, days) : undefined,
    becomes: typeof becomes === 'number' ? snapshotStates[becomes] : undefined,
  };
}

const DAY_MS = 86_400_000;

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** How the world of the reader hashes: the browser's own way and Node's are the same. */
export type Hashes = {
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly hmac: (key: Uint8Array, text: string) => Promise<Uint8Array>;
};
export type Trust = { readonly check: SignatureCheck; readonly hashes: Hashes };

/** A manifest that a trusted key sealed as it stands, with its digest; or why it is not believed. */
export async function openManifest(
  json: unknown,
  { check, hashes }: Trust,
): Promise<{ readonly manifest: Manifest; readonly digest: string } | { readonly fault: 'unreadable' | CoseFault }> {
  const read = Manifest.safeParse(json);
  if (!read.success) return { fault: 'unreadable' };
  const digest = hexOf(await hashes.sha256(new TextEncoder().encode(contentOf(read.data))));
  const opened = await openToken(bytesOf(read.data.seal), check);
  if ('fault' in opened) return opened;
  const isSame = new TextDecoder().decode(opened.payload) === sealedContent(digest);
  return isSame ? { manifest: read.data, digest } : { fault: 'signature' };
}

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
