import { sql, type Tx } from '#platform/database';
import { type OpinionRow, tables } from './tables.ts';

/** Keeps an opinion; one that is there already gets the words, and stays what it was. */
export async function keepOpinion(tx: Tx, opinion: OpinionRow): Promise<void> {
  const { words } = opinion;
  await tables(tx)
    .insertInto('page_opinion')
    .values(opinion)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ words }))
    .execute();
}

export type OpinionsOfPage = {
  page: string;
  language: OpinionRow['language'];
  helpful: number;
  unhelpful: number;
  words: string[];
};

/** What readers thought of each page between two days, both included, the least helpful first; with so many of their latest words. */
export async function countOpinions(
  tx: Tx,
  { from, to, most }: { from: string; to: string; most: number },
): Promise<OpinionsOfPage[]> {
  const { rows } = await sql<OpinionsOfPage>`
    select page, language, count(*) filter (where is_helpful)::int as helpful, count(*) filter (where not is_helpful)::int as unhelpful,
      coalesce((array_agg(words order by given_on desc, id desc) filter (where words <> ''))[1:${most}::int], '{}') as words
    from complaints.page_opinion where given_on between ${from}::date and ${to}::date
    group by page, language
    order by count(*) filter (where not is_helpful) desc, page, language`.execute(tx);
  return rows;
}
