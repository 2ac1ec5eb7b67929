import { sql, type Tx } from '#platform/database';

/** What was told under an agreement in one day: `said` is the beginning of what each answer told, up to its first colon; null where nothing is kept. */
export type ReadingsOfDay = { readonly day: number; readonly said: string | null; readonly answers: number };

/** When something was last told under each of some agreements; one under which nothing was is left out. */
export async function lastReadings(tx: Tx, agreements: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ post: string; at: string }>`
    select post, at from unnest(${agreements}::text[]) as asked(post), lateral (
      select at from audit.reading where starts_with(actor, 'partner:') and reading.post = asked.post order by at desc limit 1
    ) last`.execute(tx);
  return new Map(rows.map(({ post, at }) => [post, at]));
}

/**
 * How much was told under an agreement in each of the days that begin at some instants, the last of which ends the last day; `day` is its place
 * among them. Nobody is named.
 */
export async function countReadingsByDay(tx: Tx, agreement: string, starts: readonly string[]): Promise<ReadingsOfDay[]> {
  const { rows } = await sql<ReadingsOfDay>`
    select width_bucket(at, ${starts}::timestamptz[]) - 1 as day, split_part(told, ':', 1) as said, count(*)::int as answers
    from audit.reading
    where starts_with(actor, 'partner:') and post = ${agreement} and at >= ${starts[0]}::timestamptz and at < ${starts.at(-1)}::timestamptz
    group by 1, 2 order by 1 desc, 2`.execute(tx);
  return rows;
}
