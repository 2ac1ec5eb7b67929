import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { canonicalJson } from '#platform/canonical-json';
import { sql, type Tx } from '#platform/database';

/** One line of the journal before it is chained. `subject` is `kind:identifier`; digests are SHA-256 in hexadecimal. */
export type JournalLine = {
  readonly subject: string;
  readonly territory: string;
  readonly reason?: string;
  readonly before?: string;
  readonly after?: string;
};

export type JournalDeed = {
  readonly deed: string;
  readonly action: string;
  readonly actor: string;
  readonly post?: string;
  readonly at: Temporal.Instant;
};

export const GENESIS = '0'.repeat(64);
export const NATIONAL_BOOK = 'national';

type Entry = {
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
};

/**
 * Writes the lines of one deed at the end of their books and chains them. The last thing a deed does before it commits, because the
 * book stays locked from here to the commit. Books are taken in one order, so two deeds can never wait for each other in a ring.
 */
export async function appendToJournal(tx: Tx, deed: JournalDeed, lines: readonly JournalLine[]): Promise<void> {
  const byBook = Map.groupBy(lines, (line) => bookOf(line.territory));
  const entries: Entry[] = [];
  for (const book of [...byBook.keys()].sort()) {
    const { rows } = await sql<{ seq: number | null; hash: string | null }>`select * from audit.head(${book})`.execute(tx);
    entries.push(...chain(book, rows[0] ?? { seq: null, hash: null }, deed, byBook.get(book) ?? []));
  }
  if (entries.length === 0) return;
  await sql`insert into audit.entry select * from jsonb_populate_recordset(null::audit.entry, ${JSON.stringify(entries)}::jsonb)`.execute(
    tx,
  );
}

/** The digest of a line: of the line above it and of its own canonical text. Public, so that an auditor can recompute it elsewhere. */
export function hashOf(entry: Omit<Entry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}

export type JournalFault = { readonly book: string; readonly seq: number; readonly fault: 'changed' | 'missing' | 'broken-link' };

export type JournalReport = { readonly books: number; readonly entries: number; readonly faults: readonly JournalFault[] };

/** Reads every book from its first line, a thousand lines at a time, and recomputes the chain. Reports the first fault of each book. */
export async function verifyJournal(tx: Tx): Promise<JournalReport> {
  const { rows: books } = await sql<{ book: string }>`select distinct book from audit.entry order by book`.execute(tx);
  const faults: JournalFault[] = [];
  let entries = 0;
  for (const { book } of books) {
    const result = await verifyBook(tx, book);
    entries += result.entries;
    if (result.fault) faults.push(result.fault);
  }
  return { books: books.length, entries, faults };
}

async function verifyBook(tx: Tx, book: string): Promise<{ entries: number; fault?: JournalFault }> {
  let above = { seq: 0, hash: GENESIS };
  for (;;) {
    const { rows } =
      await sql<Entry>`select * from audit.entry where book = ${book} and seq > ${above.seq} order by seq limit 1000`.execute(tx);
    if (rows.length === 0) return { entries: above.seq };
    for (const row of rows) {
      const fault = faultOf(row, above);
      if (fault) return { entries: above.seq, fault: { book, seq: row.seq, fault } };
      above = { seq: row.seq, hash: row.hash };
    }
  }
}

function faultOf(row: Entry, above: { seq: number; hash: string }): JournalFault['fault'] | undefined {
  if (row.seq !== above.seq + 1) return 'missing';
  if (row.previous_hash !== above.hash) return 'broken-link';
  const { hash, ...line } = row;
  return hashOf(line) === hash ? undefined : 'changed';
}

function chain(
  book: string,
  head: { seq: number | null; hash: string | null },
  deed: JournalDeed,
  lines: readonly JournalLine[],
): Entry[] {
  let seq = head.seq ?? 0;
  let previous = head.hash ?? GENESIS;
  return lines.map((line) => {
    seq += 1;
    const entry: Omit<Entry, 'hash'> = {
      book,
      seq,
      at: instantText(deed.at),
      deed: deed.deed,
      action: deed.action,
      actor: deed.actor,
      post: deed.post ?? null,
      subject: line.subject,
      territory: line.territory,
      reason: line.reason ?? null,
      before_digest: line.before ?? null,
      after_digest: line.after ?? null,
      previous_hash: previous,
    };
    previous = hashOf(entry);
    return { ...entry, hash: previous };
  });
}

/** Milliseconds, as the database gives them back: the text that was hashed must be the text that is read. */
function instantText(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toISOString();
}

/** The province's book; what has no province goes in the national one. */
function bookOf(territory: string): string {
  return territory.length < 6 ? NATIONAL_BOOK : territory.slice(0, 6);
}
