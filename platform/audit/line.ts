import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/canonical-json';

/** Where a book stands: its last line. */
export type Head = { readonly seq: number; readonly hash: string };

/** Above the first line of every book. */
export const START: Head = { seq: 0, hash: '0'.repeat(64) };

export type Entry = {
  book: string;
  seq: number;
  at: string;
  deed: string;
  action: string;
  actor: string;
  post: string | null;
  subject: string;
  territory: string;
  reason: string | null;
  before_digest: string | null;
  after_digest: string | null;
  previous_hash: string;
  hash: string;
  acting_for: string | null;
};

/**
 * The digest of a line: of the line above it and of its own canonical text, without `acting_for` where nobody acted for another. Public, so
 * that an auditor can recompute it elsewhere.
 */
export function hashOf(entry: Omit<Entry, 'hash'>): string {
  const text = canonicalJson({ ...entry, acting_for: entry.acting_for ?? undefined });
  return createHash('sha256').update(text).digest('hex');
}
