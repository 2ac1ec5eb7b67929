import { createHash } from 'node:crypto';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * One text for one value (RFC 8785, JSON Canonicalization Scheme): keys sorted by UTF-16 code units, no white space, numbers as
 * ECMAScript prints them. `undefined` members are left out. Throws on NaN and infinities, which have no JSON.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(value[key])}`]));
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical text, in lower-case hexadecimal. */
export function digestOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('a number without JSON: NaN or infinite');
  return JSON.stringify(value);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
