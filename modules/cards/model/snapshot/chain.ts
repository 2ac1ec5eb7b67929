import { type Manifest, openManifest, type Trust } from './manifest.ts';

/** Why a reader goes no further along what it was offered. `rolled-back`: it has seen a later set than the offer ends with. */
export type ChainFault = 'unreadable' | 'forged' | 'unknown-key' | 'broken' | 'rolled-back';

/** The unbroken beginning of a series, the whole first; and what stopped it, if anything did. */
export type Chain = { readonly sets: readonly Manifest[]; readonly fault?: ChainFault };

/** The last set a reader has ever believed: it never goes back behind it. */
export type Mark = { readonly series: number; readonly number: number };

/**
 * What of an offer may be believed: sets sealed by a trusted key, from the whole on, each naming the one before. A set that is missing, forged or of
 * another series ends the chain there; an offer that ends before what was once seen is refused whole.
 */
export async function readChain(offered: readonly unknown[], trust: Trust, seen: Mark | undefined): Promise<Chain> {
  const sets: Manifest[] = [];
  let digest: string | null = null;
  const end = (fault?: ChainFault): Chain => {
    const chain: Chain = fault === undefined ? { sets } : { sets, fault };
    return isBehind(sets.at(-1), seen) ? { sets: [], fault: fault ?? 'rolled-back' } : chain;
  };
  for (const json of offered) {
    const opened = await openManifest(json, trust);
    if ('fault' in opened) return end(faults[opened.fault]);
    const { manifest } = opened;
    if (!follows(manifest, sets.at(-1), digest)) return end('broken');
    sets.push(manifest);
    digest = opened.digest;
  }
  return end();
}

const faults = {
  unreadable: 'unreadable',
  shape: 'forged',
  header: 'forged',
  signature: 'forged',
  'unknown-key': 'unknown-key',
} as const;

function follows(manifest: Manifest, before: Manifest | undefined, digest: string | null): boolean {
  if (manifest.previous !== digest) return false;
  if (!before) return manifest.number === 0;
  const isNext = manifest.series === before.series && manifest.number === before.number + 1 && manifest.key === before.key;
  return isNext && Date.parse(manifest.issued_at) >= Date.parse(before.issued_at);
}

function isBehind(last: Manifest | undefined, seen: Mark | undefined): boolean {
  if (seen === undefined) return false;
  if (last === undefined) return true;
  return last.series < seen.series || (last.series === seen.series && last.number < seen.number);
}
