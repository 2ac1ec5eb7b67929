import { type Database, sql } from '#platform/database';

export type QueueState = { readonly waiting: number; readonly failing: number; readonly oldest_seconds: number | null };

/** How the queue stands: jobs waiting or under way, jobs that failed at least once, seconds since the oldest one is due (null: none is). */
export async function queueState(database: Database): Promise<QueueState> {
  const { rows } = await sql<QueueState>`select * from platform.queue_state()`.execute(database.kysely);
  const [state] = rows;
  if (!state) throw new Error('platform.queue_state gave no row');
  return state;
}

export type QueueFailure = {
  readonly job: string;
  readonly attempts: number;
  readonly last_error: string;
  readonly next_try: string;
};

/** The jobs that failed and will be tried again, the next to be tried first. */
export async function queueFailures(database: Database): Promise<readonly QueueFailure[]> {
  const { rows } = await sql<QueueFailure>`select * from platform.queue_failures()`.execute(database.kysely);
  return rows;
}
