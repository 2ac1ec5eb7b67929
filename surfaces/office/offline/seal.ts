import type { Place, Sealed } from './shelf.ts';
import type { Bytes, Key, WebCrypto } from './world.ts';

/** A record that does not open: another key, another place, or bytes that changed on the disk. */
export class DoesNotOpen extends Error {
  override readonly name = 'DoesNotOpen';
}

const IV_BYTES = 12;

/** AES-GCM-256 with a fresh start each time; what is sealed for one place opens in no other. */
export async function seal(crypto: WebCrypto, key: Key, { bytes, about }: { bytes: Bytes; about: string }): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: toBytes(about) }, key, bytes);
  return { iv, sealed };
}

export async function unseal(crypto: WebCrypto, key: Key, { record, about }: { record: Sealed; about: string }): Promise<Bytes> {
  try {
    const iv = new Uint8Array(record.iv);
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: toBytes(about) }, key, record.sealed);
    return new Uint8Array(opened);
  } catch (error) {
    throw new DoesNotOpen('a record does not open', { cause: error });
  }
}

/** What a record is bound to: whose, which store, which key. */
export function aboutPlace({ agent, store, key }: Place): string {
  return JSON.stringify(['ramed.office/1', agent, store, key]);
}

export function importAesKey(crypto: WebCrypto, raw: Bytes): Promise<Key> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export function toBytes(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text));
}

export function toText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

export async function sha256(crypto: WebCrypto, bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
