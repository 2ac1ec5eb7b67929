import type { Temporal } from 'temporal-polyfill';
import { sql, type Tx } from '#platform/database';
import { type Entry, type Head, hashOf, START } from './line.ts';

export { countReadingsByDay, lastReadings, type ReadingsOfDay } from './counted.ts';
export { hashOf } from './line.ts';
export { listProvenEntries, type ProvenEntry } from './proven.ts';
export { openReadingBook, type Reading, type ReadingBook, type Shown } from './readings.ts';
export { type FoundEntry, type FoundReading, type Place, searchJournal, searchReadings } from './search.ts';

export const NATIONAL_BOOK = 'national';

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
  /** The agent whose post it is, when another acts at it. */
  readonly actingFor?: string;
  readonly at: Temporal.Instant;
};

/**
 * Writes the lines of one deed at the end of their books and chains them. The last thing a deed does before it commits, because the
 * book stays locked from here to the commit. Books are taken in one order, so two deeds can never wait for each other in a ring.
 */
export async function appendToJournal(tx: Tx, deed: JournalDeed, lines: readonly JournalLine[]): Promise<void> {
  const byBook = Map.groupBy(lines, (line) => bookOf(line.territory));
  if (byBook.size === 0) return;
  const heads = await takeHeads(tx, [...byBook.keys()].sort());
  const entries = heads.flatMap(({ book, ...head }) => chain(book, head, deed, byBook.get(book) ?? []));
  await sql`insert into audit.entry select * from jsonb_populate_recordset(null::audit.entry, ${JSON.stringify(entries)}::jsonb)`.execute(
    tx,
  );
}

/** Where these books end, each locked in the order given until the deed commits. */
async function takeHeads(tx: Tx, books: readonly string[]): Promise<Book[]> {
  const { rows } = await sql<Book>`
    select book, seq, hash from unnest(${books}::text[]) as book, lateral audit.head(book)`.execute(tx);
  return rows;
}

/**
 * `changed`: not the words that were written; `missing`: one or more lines were removed here; `broken-link`: it does not follow the line
 * above; `slipped-in`: written past the end of its book.
 */
export type JournalFault = {
  readonly book: string;
  readonly seq: number;
  readonly fault: 'changed' | 'missing' | 'broken-link' | 'slipped-in';
};

export type JournalReport = { readonly books: number; readonly entries: number; readonly faults: readonly JournalFault[] };

/**
 * Reads every book from its first line, a thousand lines at a time, recomputes the chain and holds its end against the head kept beside
 * it. Reports the first fault of each book. Needs the owner's eyes: it reads all jurisdictions.
 */
export async function verifyJournal(tx: Tx): Promise<JournalReport> {
  const { rows: books } = await sql<Book>`
    select coalesce(written.book, kept.book) as book, coalesce(kept.seq, 0) as seq, coalesce(kept.hash, ${START.hash}) as hash
    from (select distinct book from audit.entry) written full join audit.book kept using (book) order by 1`.execute(tx);
  const faults: JournalFault[] = [];
  let entries = 0;
  for (const book of books) {
    const result = await verifyBook(tx, book);
    entries += result.entries;
    if (result.fault) faults.push({ book: book.book, ...result.fault });
  }
  return { books: books.length, entries, faults };
}

type Book = Head & { readonly book: string };
type Fault = Omit<JournalFault, 'book'>;

async function verifyBook(tx: Tx, book: Book): Promise<{ entries: number; fault?: Fault | undefined }> {
  let above = START;
  for (;;) {
    const { rows } =
      await sql<Entry>`select * from audit.entry where book = ${book.book} and seq > ${above.seq} order by seq limit 1000`.execute(
        tx,
      );
    if (rows.length === 0) return { entries: above.seq, fault: faultOfEnd(above, book) };
    for (const row of rows) {
      const fault = faultOf(row, above);
      if (fault) return { entries: above.seq, fault };
      above = { seq: row.seq, hash: row.hash };
    }
  }
}

function faultOf(row: Entry, above: Head): Fault | undefined {
  if (row.seq !== above.seq + 1) return { seq: above.seq + 1, fault: 'missing' };
  if (row.previous_hash !== above.hash) return { seq: row.seq, fault: 'broken-link' };
  const { hash, ...line } = row;
  return hashOf(line) === hash ? undefined : { seq: row.seq, fault: 'changed' };
}

/** A chain alone cannot miss its last lines, nor a last line that was rewritten with its digest: the head kept beside it does. */
function faultOfEnd(last: Head, head: Head): Fault | undefined {
  if (last.seq < head.seq) return { seq: last.seq + 1, fault: 'missing' };
  if (last.seq > head.seq) return { seq: head.seq + 1, fault: 'slipped-in' };
  return last.hash === head.hash ? undefined : { seq: last.seq, fault: 'changed' };
}

function chain(book: string, head: Head, deed: JournalDeed, lines: readonly JournalLine[]): Entry[] {
  let { seq, hash: previous } = head;
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
      acting_for: deed.actingFor ?? null,
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
