/** Why a token is not believed. `shape`: not a COSE_Sign1 at all; the others: it is one, but not one of ours. */
export type CoseFault = 'shape' | 'header' | 'unknown-key' | 'signature';

/** A token taken apart: whose key it names, what it says, and what was signed of it. Nothing is believed yet. */
export type SignedParts = {
  readonly keyId: string;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  readonly toBeSigned: Uint8Array;
};

const TAG_18_ARRAY_OF_4 = [0xd2, 0x84];
const EMPTY_MAP = 0xa0;
/** The protected header is always {1: -8 (EdDSA), 4: key id of four bytes}: these five bytes, then the id. */
const HEADER = [0xa2, 0x01, 0x27, 0x04, 0x44];
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
const CONTEXT = [0x84, 0x6a, ...new TextEncoder().encode('Signature1')];

/** What the holder of a key signs for a payload (RFC 9052, section 4.4). */
export function toBeSigned(payload: Uint8Array, keyId: string): Uint8Array {
  return signedBytes(headerOf(keyId), payload);
}

/** A tagged COSE_Sign1 (RFC 9052) of EdDSA. */
export function buildCose(payload: Uint8Array, keyId: string, signature: Uint8Array): Uint8Array {
  return Uint8Array.from([
    ...TAG_18_ARRAY_OF_4,
    ...byteString(headerOf(keyId)),
    EMPTY_MAP,
    ...byteString(payload),
    ...byteString(signature),
  ]);
}

/**
 * Read by hand rather than by a CBOR library because these bytes come from strangers: our tokens have exactly one encoding, so whatever
 * departs from it by one byte is refused before anything else looks at it.
 */
export function parseCose(token: Uint8Array): SignedParts | { readonly fault: 'shape' | 'header' | 'signature' } {
  const parts = splitCose(token);
  if (!parts) return { fault: 'shape' };
  const { header, payload, signature } = parts;
  if (header.length !== HEADER.length + KEY_ID_BYTES || !HEADER.every((byte, at) => header[at] === byte))
    return { fault: 'header' };
  if (signature.length !== SIGNATURE_BYTES) return { fault: 'signature' };
  const keyId = Array.from(header.subarray(HEADER.length), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { keyId, payload, signature, toBeSigned: signedBytes(header, payload) };
}

function headerOf(keyId: string): Uint8Array {
  const id = Array.from({ length: KEY_ID_BYTES }, (_, at) => Number.parseInt(keyId.slice(at * 2, at * 2 + 2), 16));
  return Uint8Array.from([...HEADER, ...id]);
}

function splitCose(token: Uint8Array): { header: Uint8Array; payload: Uint8Array; signature: Uint8Array } | undefined {
  if (token[0] !== TAG_18_ARRAY_OF_4[0] || token[1] !== TAG_18_ARRAY_OF_4[1]) return undefined;
  const header = readByteString(token, 2);
  if (!header || token[header.end] !== EMPTY_MAP) return undefined;
  const payload = readByteString(token, header.end + 1);
  const signature = payload && readByteString(token, payload.end);
  if (!payload || signature?.end !== token.length) return undefined;
  return { header: header.bytes, payload: payload.bytes, signature: signature.bytes };
}

/** A byte string with a definite, shortest length of at most two bytes; undefined for anything else. */
function readByteString(token: Uint8Array, start: number): { bytes: Uint8Array; end: number } | undefined {
  const [head = 0, high = 0, low = 0] = token.subarray(start);
  const [from, length, shortest] =
    head === 0x59 ? [start + 3, high * 256 + low, 256] : head === 0x58 ? [start + 2, high, 24] : [start + 1, head - 0x40, 0];
  if (length < shortest || (shortest === 0 && length > 23) || from + length > token.length) return undefined;
  return { bytes: token.subarray(from, from + length), end: from + length };
}

function byteString(bytes: Uint8Array): readonly number[] {
  const { length } = bytes;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return [...head, ...bytes];
}

/** The structure under a signature: the context, the protected header as it stands, the payload. */
export function signedBytes(header: Uint8Array, payload: Uint8Array): Uint8Array {
  const noExternalData: readonly number[] = byteString(new Uint8Array());
  return Uint8Array.from([...CONTEXT, ...byteString(header), ...noExternalData, ...byteString(payload)]);
}
