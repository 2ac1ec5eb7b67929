/** In a browser digests are made by its own cryptography, which answers later. */
export { canonicalJson, type Json } from './canonical.ts';
