import { Logger, run, runMigrations, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Desk } from '#platform/actions';
import type { Json } from '#platform/canonical-json';
import type { Clock } from '#platform/clock';
import { type Database, sql } from '#platform/database';
import { describeError } from '#platform/errors';
import type { Log } from '#platform/logging';
import { systemActor } from '#platform/permissions';
import type { Job, JobContext } from './index.ts';

export type WorkerParts = {
  readonly jobsUrl: string;
  readonly database: Database;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  readonly concurrency: number;
};

type Parts = WorkerParts & { readonly queueOf: (job: string) => string | undefined };

export type Worker = { stop(): Promise<void>; readonly ended: Promise<void> };

/** Brings the queue's own tables to the version of its library. Run once, before anything is queued. */
export async function prepareQueue(jobsUrl: string): Promise<void> {
  await runMigrations({ connectionString: jobsUrl, logger: silent });
}

/** Starts to deliver events and do jobs. What a killed worker held is given back first. */
export async function startWorker(jobs: readonly Job<never>[], given: WorkerParts): Promise<Worker> {
  const queues = new Map(jobs.map((job) => [job.name, job.queue]));
  const parts: Parts = { ...given, queueOf: (name) => queues.get(name) };
  const pool = new pg.Pool({
    connectionString: parts.jobsUrl,
    max: parts.concurrency + 3,
    application_name: 'ramed-worker-queue',
  });
  const noteLoss = (error: Error) => parts.log.warn(describeError(error), 'queue connection lost');
  pool.on('error', noteLoss);
  pool.on('connect', (client) => client.on('error', noteLoss));
  const presence = await announce(pool);
  const runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(job, parts)])),
    concurrency: parts.concurrency,
    pollInterval: 500,
    noHandleSignals: true,
    logger: silent,
  });
  const ended = runner.promise.finally(async () => {
    presence.release();
    await pool.end();
  });
  return { stop: () => runner.stop().then(() => ended), ended };
}

/**
 * A worker that is alive holds a shared lock. Whoever can take it alone knows that every job still marked as being done belongs to a
 * worker that was killed, and frees it at once instead of after the library's four hours.
 */
async function announce(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  const lock = `hashtextextended('ramed.worker', 0)`;
  const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${lock}) as alone`);
  if (rows[0]?.alone) {
    await client.query(`select graphile_worker.force_unlock_workers(array(
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`);
  }
  await client.query(`select pg_advisory_lock_shared(${lock})`);
  if (rows[0]?.alone) await client.query(`select pg_advisory_unlock(${lock})`);
  return client;
}

type Delivery = { event: string } | { payload: Json; key?: string };

function taskOf(job: Job<never>, parts: Parts): TaskList[string] {
  return async (raw, helpers) => {
    const delivery = raw as Delivery;
    const payload = 'event' in delivery ? await payloadOf(parts.database, delivery.event) : delivery.payload;
    const key = 'event' in delivery ? `${delivery.event}:${job.name}` : (delivery.key ?? `job:${helpers.job.id}`);
    try {
      const again = await job.handle(contextOf(job, key, parts), payload as never);
      if (again)
        await enqueue(parts, [
          { identifier: job.name, payload: withKey(delivery, key), run_at: later(parts.clock, again.againAfterMs) },
        ]);
    } catch (error) {
      parts.log.warn(
        { job: job.name, attempt: helpers.job.attempts, ...describeError(error) },
        'job failed, will be tried again',
      );
      throw error;
    }
  };
}

/** Work taken up again stays the same delivery: its deeds keep their keys. */
function withKey(delivery: Delivery, key: string): Delivery {
  return 'event' in delivery ? delivery : { payload: delivery.payload, key };
}

function contextOf(job: Job<never>, key: string, parts: Parts): JobContext {
  return {
    desk: parts.desk,
    actor: systemActor(job.name),
    clock: parts.clock,
    key,
    log: parts.log,
    enqueue: (name, payload, options = {}) =>
      enqueue(parts, [
        {
          identifier: name,
          payload: { payload },
          ...(options.afterMs === undefined ? {} : { run_at: later(parts.clock, options.afterMs) }),
          ...(options.key === undefined ? {} : { key: options.key }),
        },
      ]),
  };
}

type Queued = { identifier: string; payload: unknown; run_at?: string; key?: string };

async function enqueue(parts: Parts, jobs: readonly Queued[]): Promise<void> {
  const queued = jobs.map((job) => ({ ...job, queue: parts.queueOf(job.identifier) }));
  await sql`select platform.enqueue(${JSON.stringify(queued)}::jsonb)`.execute(parts.database.kysely);
}

async function payloadOf(database: Database, event: string): Promise<Json> {
  const { rows } = await sql<{ payload: Json }>`select payload from platform.event where id = ${event}`.execute(database.kysely);
  const found = rows[0];
  if (!found) throw new Error(`event ${event} is not stored`);
  return found.payload;
}

function later(clock: Clock, ms: number): string {
  return clock
    .now()
    .add({ milliseconds: Math.round(ms) })
    .toString();
}

const silent = new Logger(() => () => undefined);
