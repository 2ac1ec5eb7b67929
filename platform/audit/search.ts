import { sql, type Tx } from '#platform/database';

/**
 * What is sought: on one subject, by one actor, from an instant to before another; every part may be left out. `book`: the province that the
 * asker sees no further than, which spares the search the rest of the nation; row-level security holds it to that all the same.
 */
export type Sought = {
  readonly subject?: string | undefined;
  readonly actor?: string | undefined;
  /** Of readings alone: by which question. */
  readonly question?: string | undefined;
  /** Of readings alone: under which agreement of a body that is no agent. */
  readonly agreement?: string | undefined;
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  readonly book?: string | undefined;
  /** The end of the page before. */
  readonly after?: Place | undefined;
  readonly most: number;
};

/** Where a page ended. Readings stand in one book, which is empty here. */
export type Place = { readonly at: string; readonly book: string; readonly seq: number };

export type FoundEntry = Place & {
  readonly action: string;
  readonly actor: string;
  readonly post: string | null;
  readonly acting_for: string | null;
  readonly subject: string;
  readonly territory: string;
  readonly reason: string | null;
};

export type FoundReading = Omit<FoundEntry, 'action' | 'reason'> & {
  readonly question: string;
  readonly shown: number;
  readonly told: string | null;
};

/** Lines of the journal, the latest first. Conditions that are not asked for are not in the statement, so that each search has its own index. */
export async function searchJournal(tx: Tx, sought: Sought): Promise<FoundEntry[]> {
  const { book, after } = sought;
  const where = [
    ...commonConditions(sought),
    ...(book === undefined ? [] : [sql`book = ${book}`]),
    ...(after ? [sql`(at, book, seq) < (${after.at}::timestamptz, ${after.book}, ${after.seq}::bigint)`] : []),
  ];
  const { rows } = await sql<FoundEntry>`
    select at, book, seq, action, actor, post, acting_for, subject, territory, reason from audit.entry
    where ${sql.join(where, sql` and `)} order by at desc, book desc, seq desc limit ${sought.most}`.execute(tx);
  return rows;
}

/** Lines of who looked, the latest first. */
export async function searchReadings(tx: Tx, sought: Sought): Promise<FoundReading[]> {
  const { book, question, agreement, after } = sought;
  const where = [
    ...commonConditions(sought),
    ...(question === undefined ? [] : [sql`question = ${question}`]),
    ...(agreement === undefined ? [] : [sql`starts_with(actor, 'partner:') and post = ${agreement}`]),
    ...(book === undefined ? [] : [sql`left(territory, 6) = ${book}`]),
    ...(after ? [sql`(at, seq) < (${after.at}::timestamptz, ${after.seq}::bigint)`] : []),
  ];
  const { rows } = await sql<FoundReading>`
    select at, '' as book, seq, question, actor, post, acting_for, subject, territory, shown, told from audit.reading
    where ${sql.join(where, sql` and `)} order by at desc, seq desc limit ${sought.most}`.execute(tx);
  return rows;
}

function commonConditions({ subject, actor, from, before }: Sought) {
  return [
    sql`true`,
    ...(subject === undefined ? [] : [sql`subject = ${subject}`]),
    ...(actor === undefined ? [] : [sql`actor = ${actor}`]),
    ...(from === undefined ? [] : [sql`at >= ${from}::timestamptz`]),
    ...(before === undefined ? [] : [sql`at < ${before}::timestamptz`]),
  ];
}
