import { sql, type Tx } from '#platform/database';
import { type Entry, hashOf, START } from './line.ts';

/** A line of the journal, and whether it is as it was written: by its own digest and by its links to the lines around it. */
export type ProvenEntry = Pick<
  Entry,
  'book' | 'seq' | 'at' | 'action' | 'subject' | 'reason' | 'before_digest' | 'after_digest'
> & { readonly isWhole: boolean };

type Linked = Entry & { hash_above: string | null; link_below: string | null };

/**
 * Every line about these subjects, the first first. A last line of a book that was rewritten with its digest is found by
 * reading the whole book alone.
 */
export async function listProvenEntries(tx: Tx, subjects: readonly string[]): Promise<ProvenEntry[]> {
  const { rows } = await sql<Linked>`
    select e.*, above.hash as hash_above, below.previous_hash as link_below from audit.entry e
    left join audit.entry above on above.book = e.book and above.seq = e.seq - 1
    left join audit.entry below on below.book = e.book and below.seq = e.seq + 1
    where e.subject = any(${[...subjects]}::text[]) order by e.at, e.book, e.seq`.execute(tx);
  return rows.map(({ hash_above, link_below, ...row }) => ({ ...row, isWhole: isWhole(row, hash_above, link_below) }));
}

function isWhole({ hash, ...line }: Entry, above: string | null, below: string | null): boolean {
  const isLinked = line.previous_hash === (line.seq === 1 ? START.hash : above) && (below === null || below === hash);
  return isLinked && hashOf(line) === hash;
}
