import { sign, verify } from 'node:crypto';
import type { PublicKeys, SigningKey } from './signing-keys.ts';

/** Why a token is not believed. `shape`: not a COSE_Sign1 at all; the others: it is one, but not one of ours. */
export type CoseFault = 'shape' | 'header' | 'unknown-key' | 'signature';

const TAG_18_ARRAY_OF_4 = [0xd2, 0x84];
const EMPTY_MAP = 0xa0;
/** The protected header is always {1: -8 (EdDSA), 4: key id of four bytes}: these five bytes, then the id. */
const HEADER = Buffer.from('a201270444', 'hex');
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
const CONTEXT = Buffer.concat([Buffer.from([0x84, 0x6a]), Buffer.from('Signature1')]);

/** A tagged COSE_Sign1 (RFC 9052) with EdDSA; the same key and payload always give the same bytes. */
export function signCose(payload: Uint8Array, key: SigningKey): Uint8Array {
  const header = Buffer.concat([HEADER, Buffer.from(key.id, 'hex')]);
  const signature = sign(null, toBeSigned(header, payload), key.privateKey);
  return Buffer.concat([
    Buffer.from(TAG_18_ARRAY_OF_4),
    byteString(header),
    Buffer.from([EMPTY_MAP]),
    byteString(payload),
    byteString(signature),
  ]);
}

/**
 * The payload when one of the keys signed it. Read by hand rather than by a CBOR library because these bytes come from strangers:
 * our tokens have exactly one encoding, so whatever departs from it by one byte is refused before anything else looks at it.
 */
export function openCose(token: Uint8Array, keys: PublicKeys): { payload: Uint8Array; keyId: string } | { fault: CoseFault } {
  const parts = splitCose(token);
  if (!parts) return { fault: 'shape' };
  const { header, payload, signature } = parts;
  if (header.length !== HEADER.length + KEY_ID_BYTES || HEADER.compare(header, 0, HEADER.length) !== 0)
    return { fault: 'header' };
  if (signature.length !== SIGNATURE_BYTES) return { fault: 'signature' };
  const keyId = Buffer.from(header.subarray(HEADER.length)).toString('hex');
  const key = keys.get(keyId);
  if (!key) return { fault: 'unknown-key' };
  return verify(null, toBeSigned(header, payload), key, signature) ? { payload, keyId } : { fault: 'signature' };
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

function byteString(bytes: Uint8Array): Buffer {
  const { length } = bytes;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
}

function toBeSigned(header: Uint8Array, payload: Uint8Array): Buffer {
  const noExternalData = Buffer.alloc(0);
  return Buffer.concat([CONTEXT, byteString(header), byteString(noExternalData), byteString(payload)]);
}
