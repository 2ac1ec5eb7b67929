import { sql, type Tx } from '#platform/database';
import type { FileToRescore, Move, Rescored } from '../model/rescoring.ts';

/** Files fetched at once: about 2 MB of declarations, and three pages are in memory at most. */
const PAGE = 1_000;

/**
 * Every file the actor may see, a page at a time, by a cursor of the deed's own transaction: one moment of the table, however long the
 * reading takes. The next page is asked for before one is given, so that the database reads on while the caller judges.
 */
export async function* readFilesToRescore(tx: Tx): AsyncGenerator<FileToRescore[], void> {
  await sql`declare files_to_rescore no scroll cursor for
    select id, territory, proposal, declaration from applications.application`.execute(tx);
  let next = fetchPage(tx);
  for (;;) {
    const page = await next;
    if (page.length === 0) break;
    next = fetchPage(tx);
    // It is awaited at the next turn, if the caller comes that far.
    next.catch(() => undefined);
    yield page;
  }
  await sql`close files_to_rescore`.execute(tx);
}

async function fetchPage(tx: Tx): Promise<FileToRescore[]> {
  return (await sql<FileToRescore>`fetch forward ${sql.lit(PAGE)} from files_to_rescore`.execute(tx)).rows;
}

/** Stores what a page of files was judged. Not by COPY, which PostgreSQL refuses on a table with row-level security. */
export async function insertRescored(tx: Tx, run: string, files: readonly Rescored[]): Promise<void> {
  await sql`
    insert into applications.rescoring (run_id, application_id, territory, proposal, outcome, score)
    select ${run}::uuid, * from unnest(${files.map((file) => file.id)}::uuid[], ${files.map((file) => file.territory)}::text[],
      ${files.map((file) => file.proposal)}::text[], ${files.map((file) => file.outcome)}::text[],
      ${files.map((file) => file.score)}::double precision[])`.execute(tx);
}

export type RescoringRun = {
  readonly id: string;
  readonly territory: string;
  readonly formula: string;
  readonly formula_digests: readonly string[];
  readonly judged_on: string | null;
  readonly run_at: string;
  readonly files: number;
  readonly moves: readonly Move[];
};

export async function insertRescoringRun(tx: Tx, run: RescoringRun): Promise<void> {
  await sql`insert into applications.rescoring_run values (${run.id}, ${run.territory}, ${run.formula}, ${run.formula_digests},
    ${run.judged_on}, ${run.run_at}, ${run.files}, ${JSON.stringify(run.moves)}::jsonb)`.execute(tx);
}

/** The runs within the actor's jurisdiction, the newest first. */
export async function listRescoringRuns(tx: Tx, limit: number): Promise<RescoringRun[]> {
  const { rows } = await sql<RescoringRun>`
    select * from applications.rescoring_run order by id desc limit ${limit}`.execute(tx);
  return rows;
}

export type RescoredRow = Rescored & { readonly number: string };

/** The files of a run that were proposed for one outcome and judged for another, a page at a time. */
export async function listRescored(
  tx: Tx,
  page: { run: string; proposal: string | null; outcome: string; after: string | undefined; limit: number },
): Promise<RescoredRow[]> {
  const { rows } = await sql<RescoredRow>`
    select r.application_id as id, a.number, r.territory, r.proposal, r.outcome, r.score
    from applications.rescoring r join applications.application a on a.id = r.application_id
    where r.run_id = ${page.run} and r.proposal is not distinct from ${page.proposal}::text and r.outcome = ${page.outcome}
      and r.application_id > coalesce(${page.after ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
    order by r.application_id limit ${page.limit}`.execute(tx);
  return rows;
}
