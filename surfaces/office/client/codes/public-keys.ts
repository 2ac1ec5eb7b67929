import { KeySet } from '#modules/cards';

/** The keys of the house that this computer trusts: their 32 bytes by key id. */
export type TrustedKeys = ReadonlyMap<string, Uint8Array>;

export type KeyShelf = Pick<Storage, 'getItem' | 'setItem'>;

const KEPT = 'ramed.public-keys';
const ADDRESS = '/keys/public-keys.json';
const PATIENCE_MS = 4_000;

/**
 * The published keys, asked of the server and kept for when there is none. They are no secret; whoever could change them on this computer could
 * change the office, too. Undefined where no server was ever reached.
 */
export async function loadTrustedKeys(shelf: KeyShelf, reach: typeof fetch = fetch): Promise<TrustedKeys | undefined> {
  const published = await askPublished(reach);
  const fresh = published === undefined ? undefined : await readKeySet(published);
  if (published !== undefined && fresh !== undefined) {
    shelf.setItem(KEPT, published);
    return fresh;
  }
  const kept = shelf.getItem(KEPT);
  return kept === null ? undefined : readKeySet(kept);
}

async function askPublished(reach: typeof fetch): Promise<string | undefined> {
  try {
    const answer = await reach(ADDRESS, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of a set each of which bears its own id; undefined when it is no such set. */
async function readKeySet(text: string): Promise<TrustedKeys | undefined> {
  const set = KeySet.safeParse(parsed(text));
  if (!set.success) return undefined;
  const keys = new Map<string, Uint8Array>();
  for (const { kid, x } of set.data.keys) {
    const bytes = fromBase64Url(x);
    if ((await idOf(bytes)) !== kid) return undefined;
    keys.set(kid, bytes);
  }
  return keys;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

async function idOf(key: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(key)));
  return Array.from(digest.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
