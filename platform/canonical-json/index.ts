import { hash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical.ts';

export { canonicalJson, type Json };

/** SHA-256 of the canonical text, in lower-case hexadecimal. */
export function digestOf(value: Json): string {
  return hash('sha256', canonicalJson(value));
}
