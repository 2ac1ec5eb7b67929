import { canonicalJson, type Json } from '#platform/canonical-json';
import type { Item } from './item.ts';
import { isUnsent } from './order.ts';
import type { Outbox } from './outbox.ts';
import { importAesKey, seal, toBytes, toText, unseal } from './seal.ts';
import type { Vault } from './vault.ts';
import type { Bytes, WebCrypto } from './world.ts';

/**
 * The last resort: everything unsent in one file, for a stick. It is sealed with a key that follows from the agent's secret at the server, so a lost
 * stick tells nothing, nobody has a phrase to forget, and the same agent opens it on any computer of the house after signing in.
 */
export type ExportFile = {
  readonly format: 'ramed.outbox/1';
  readonly agent: string;
  readonly madeAt: string;
  readonly items: number;
  /** Items whose record did not open: they stay on the computer. */
  readonly damaged: number;
  readonly iv: string;
  readonly sealed: string;
};

type Carried = { readonly item: Item; readonly image?: string };

/** `of-another`: made by another agent · `does-not-open`: not such a file, changed on the way, or made before the server had its present key. */
export type NotBrought = 'of-another' | 'does-not-open';

const SECRET = 'export-secret';

/** Kept in the vault after each sign-in, so that an export needs no network. */
export async function keepExportSecret(vault: Vault, vaultSecret: string): Promise<void> {
  await vault.write({ store: 'settings', key: SECRET, value: vaultSecret });
}

export async function exportUnsent(vault: Vault, outbox: Outbox, parts: { crypto: WebCrypto; now(): number }): Promise<string> {
  const { entries, damaged } = await outbox.view();
  const carried: Carried[] = [];
  for (const { item } of entries.filter(isUnsent)) {
    const image = await outbox.imageOf(item).catch(() => undefined);
    carried.push(image === undefined ? { item } : { item, image: toBase64(image) });
  }
  const madeAt = new Date(parts.now()).toISOString();
  const key = await exportKey(parts.crypto, vault);
  const bytes = toBytes(JSON.stringify(carried));
  const { iv, sealed } = await seal(parts.crypto, key, { bytes, about: aboutFile(vault.agent, madeAt) });
  const file: ExportFile = {
    format: 'ramed.outbox/1',
    agent: vault.agent,
    madeAt,
    items: carried.length,
    damaged: damaged.length,
    iv: toBase64(iv),
    sealed: toBase64(new Uint8Array(sealed)),
  };
  return canonicalJson(file as unknown as Json);
}

/** Puts back what an export holds, under the keys it had: what has been sent in the meantime is recognised by the server. */
export async function bringBack(vault: Vault, outbox: Outbox, from: { text: string; crypto: WebCrypto }) {
  const file = readFile(from.text);
  if (!file) return { refused: 'does-not-open' as const };
  if (file.agent !== vault.agent) return { refused: 'of-another' as const };
  try {
    const key = await exportKey(from.crypto, vault);
    const record = { iv: fromBase64(file.iv), sealed: fromBase64(file.sealed).buffer };
    const opened = await unseal(from.crypto, key, { record, about: aboutFile(file.agent, file.madeAt) });
    const carried = JSON.parse(toText(opened)) as readonly Carried[];
    const items = carried.map(({ item, image }) => (image === undefined ? { item } : { item, image: fromBase64(image) }));
    return { broughtBack: await outbox.bringBack(items) };
  } catch {
    return { refused: 'does-not-open' as const };
  }
}

function readFile(text: string): ExportFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<ExportFile> | null;
    return file?.format === 'ramed.outbox/1' && typeof file.sealed === 'string' ? (file as ExportFile) : undefined;
  } catch {
    return undefined;
  }
}

async function exportKey(crypto: WebCrypto, vault: Vault) {
  const secret = await vault.read<string>('settings', SECRET);
  if (secret === undefined) throw new Error('no-export-secret');
  const given = await crypto.subtle.importKey('raw', toBytes(secret), 'HKDF', false, ['deriveBits']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: toBytes('ramed.office.export/1') };
  return importAesKey(crypto, new Uint8Array(await crypto.subtle.deriveBits(derivation, given, 256)));
}

function aboutFile(agent: string, madeAt: string): string {
  return JSON.stringify(['ramed.outbox/1', agent, madeAt]);
}

const CHUNK = 32_768;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
