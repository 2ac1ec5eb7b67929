import { DoesNotOpen, importAesKey, seal, sha256, toBytes, unseal } from './seal.ts';
import type { Sealed, Shelf } from './shelf.ts';
import type { Bytes, Key, World } from './world.ts';

/**
 * What stands between a stolen computer and an agent's work. The data key is wrapped twice: by a key from the PIN, and by a secret that the server
 * gives at sign-in. Around both lies the device key, which no script can read out of the browser: a copied disk alone cannot try PINs elsewhere
 * without it.
 */
export type Keyring = {
  readonly agent: string;
  readonly pin?: { readonly salt: Bytes; readonly rounds: number; readonly wrapped: Sealed };
  readonly byServer: Readonly<Record<string, Sealed>>;
  readonly wrongPins: number;
  /** When the server last knew this agent, by the device's clock. */
  readonly lastOnline: number;
  readonly offlineDays: number;
};

export const MOST_WRONG_PINS = 5;
/** What OWASP advises for PBKDF2 with SHA-256. */
const PIN_ROUNDS = 600_000;
const DATA_KEY_BYTES = 32;

export function newDataKey(world: World): Bytes {
  return world.crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
}

export function findKeyring(shelf: Shelf, agent: string): Promise<Keyring | undefined> {
  return shelf.readOpen<Keyring>(keyringOf(agent));
}

export function changeKeyring(shelf: Shelf, agent: string, change: (earlier: Keyring) => Keyring): Promise<Keyring> {
  return shelf.changeOpen<Keyring>(keyringOf(agent), (earlier) => {
    if (!earlier) throw new Error('no-keyring');
    return change(earlier);
  });
}

/** Makes the ring of an agent who has none. Of two tabs that ask together, both get the ring of the first. */
export async function makeKeyring(shelf: Shelf, ring: Keyring): Promise<Keyring> {
  return shelf.changeOpen<Keyring>(keyringOf(ring.agent), (earlier) => earlier ?? ring);
}

/** Made once for a computer and never readable by a script. */
async function deviceKey(world: World, shelf: Shelf): Promise<Key> {
  const known = await shelf.readOpen<Key>('device-key');
  if (known) return known;
  const made = await world.crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return shelf.changeOpen<Key>('device-key', (earlier) => earlier ?? (made as Key));
}

export async function wrapByPin(world: World, shelf: Shelf, wrapping: { agent: string; pin: string; dataKey: Bytes }) {
  const salt = world.crypto.getRandomValues(new Uint8Array(16));
  const key = await keyFromPin(world, wrapping.pin, { salt, rounds: PIN_ROUNDS });
  const wrapped = await wrap(world, shelf, { dataKey: wrapping.dataKey, key, about: `pin ${wrapping.agent}` });
  return { salt, rounds: PIN_ROUNDS, wrapped };
}

/** The data key, or undefined when the PIN is wrong. */
export async function unwrapByPin(world: World, shelf: Shelf, { ring, pin }: { ring: Keyring; pin: string }) {
  if (!ring.pin) return undefined;
  const key = await keyFromPin(world, pin, ring.pin);
  return unwrap(world, shelf, { record: ring.pin.wrapped, key, about: `pin ${ring.agent}` });
}

export async function wrapByServer(
  world: World,
  shelf: Shelf,
  { agent, secret, dataKey }: { agent: string; secret: string; dataKey: Bytes },
): Promise<{ readonly name: string; readonly wrapped: Sealed }> {
  const key = await keyFromSecret(world, secret);
  const wrapped = await wrap(world, shelf, { dataKey, key, about: `server ${agent}` });
  return { name: await nameOf(world, secret), wrapped };
}

export async function unwrapByServer(world: World, shelf: Shelf, { ring, secret }: { ring: Keyring; secret: string }) {
  const record = ring.byServer[await nameOf(world, secret)];
  if (!record) return undefined;
  return unwrap(world, shelf, { record, key: await keyFromSecret(world, secret), about: `server ${ring.agent}` });
}

/** The server changes its key one day: a secret is found again by a digest of itself, which tells nothing of it. */
async function nameOf({ crypto }: World, secret: string): Promise<string> {
  return (await sha256(crypto, toBytes(`ramed.office.name/1 ${secret}`))).slice(0, 16);
}

async function wrap(world: World, shelf: Shelf, { dataKey, key, about }: { dataKey: Bytes; key: Key; about: string }) {
  const inner = await seal(world.crypto, key, { bytes: dataKey, about });
  const device = await deviceKey(world, shelf);
  return seal(world.crypto, device, { bytes: joined(inner), about });
}

async function unwrap(world: World, shelf: Shelf, { record, key, about }: { record: Sealed; key: Key; about: string }) {
  const inner = await unseal(world.crypto, await deviceKey(world, shelf), { record, about });
  try {
    return await unseal(world.crypto, key, { record: parted(inner), about });
  } catch (error) {
    if (error instanceof DoesNotOpen) return undefined;
    throw error;
  }
}

const IV_BYTES = 12;

function joined({ iv, sealed }: Sealed): Bytes {
  const bytes = new Uint8Array(iv.length + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), iv.length);
  return bytes;
}

function parted(bytes: Bytes): Sealed {
  return { iv: bytes.slice(0, IV_BYTES), sealed: bytes.slice(IV_BYTES).buffer };
}

async function keyFromPin({ crypto }: World, pin: string, { salt, rounds }: { salt: Bytes; rounds: number }): Promise<Key> {
  const typed = await crypto.subtle.importKey('raw', toBytes(pin), 'PBKDF2', false, ['deriveBits']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds };
  return importAesKey(crypto, new Uint8Array(await crypto.subtle.deriveBits(derivation, typed, 256)));
}

async function keyFromSecret({ crypto }: World, secret: string): Promise<Key> {
  const given = await crypto.subtle.importKey('raw', toBytes(secret), 'HKDF', false, ['deriveBits']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: toBytes('ramed.office.vault/1') };
  return importAesKey(crypto, new Uint8Array(await crypto.subtle.deriveBits(derivation, given, 256)));
}

function keyringOf(agent: string): string {
  return `keyring:${agent}`;
}
