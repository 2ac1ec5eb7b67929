import { sql, type Tx } from '#platform/database';

/** How a register stands: its last answer with the day its data stood at, and the first question it left without an answer since. */
export type SourceStanding = {
  readonly partner: string;
  readonly lastAnswerAt: string | null;
  readonly sourceDate: string | null;
  readonly silentSince: string | null;
};

/** One row for each of these registers, found by the two indexes of the log whatever its length. */
export async function listSourceStandings(tx: Tx, partners: readonly string[]): Promise<SourceStanding[]> {
  const { rows } = await sql<SourceStanding>`
    select wanted.partner, last.closed_at as "lastAnswerAt", last.source_date as "sourceDate", silent.since as "silentSince"
    from unnest(${partners}::text[]) with ordinality as wanted(partner, place)
    left join lateral (
      select e.closed_at, e.source_date from exchange.envelope e
      where e.partner = wanted.partner and e.state = 'acknowledged' order by e.closed_at desc nulls last limit 1
    ) last on true
    left join lateral (
      select min(e.first_tried_at) as since from exchange.envelope e
      where e.partner = wanted.partner and e.closed_at is null and e.first_tried_at > coalesce(last.closed_at, '-infinity')
    ) silent on true
    order by wanted.place`.execute(tx);
  return rows;
}
