import { EventEmitter } from 'node:events';
import { type CronItem, Logger, parseCronItems, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Desk } from '#platform/actions';
import type { Json } from '#platform/canonical-json';
import type { Clock } from '#platform/clock';
import { type Database, sql, throughOutages } from '#platform/database';
import { describeError, RamedError } from '#platform/errors';
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

export type Worker = {
  stop(): Promise<void>;
  /** Settles when it was stopped; rejects when it lost its place, and can no longer know which jobs are its own. */
  readonly ended: Promise<void>;
};

/** How often jobs of workers that are gone are looked for. */
const SWEEP_MS = 5_000;

/** Brings the queue's own tables to the version of its library. Run once, before anything is queued. */
export async function prepareQueue(jobsUrl: string): Promise<void> {
  await runMigrations({ connectionString: jobsUrl, logger: silent });
}

/**
 * Starts to deliver events and do jobs. What killed workers held is given back at once. Waits for a database that is away.
 */
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
  const presence = await throughOutages(() => pool.connect());
  const lost = new Promise<never>((_resolve, reject) => {
    presence.once('end', () => reject(new RamedError('worker-lost', 'the queue no longer knows this worker')));
  });
  // Told below, once the worker runs; lost before, it is the start that fails.
  lost.catch(() => undefined);
  const names: string[] = [];
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => void names.push(workerPool.id));
  const runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(job, parts)])),
    concurrency: parts.concurrency,
    parsedCronItems: parseCronItems(jobs.flatMap(nightlyItems)),
    pollInterval: 500,
    noHandleSignals: true,
    logger: silent,
    events,
  });
  await announce(presence, names);
  const sweeping = setInterval(() => freeJobsOfTheDead(presence, names).catch(noteLoss), SWEEP_MS);
  const ended = Promise.race([runner.promise, lost])
    .finally(() => {
      clearInterval(sweeping);
      presence.release(true);
    })
    .then(() => pool.end());
  return { stop: () => runner.stop().then(() => ended), ended };
}

function nightlyItems({ name, nightly }: Job<never>): CronItem[] {
  if (nightly === undefined) return [];
  const [hour, minute] = nightly.split(':').map(Number);
  return [{ task: name, match: `${minute} ${hour} * * *`, options: { backfillPeriod: 0 } }];
}

/** A worker that is alive holds a lock under the name it marks its jobs with. */
async function announce(presence: pg.PoolClient, names: readonly string[]): Promise<void> {
  await presence.query(`select pg_advisory_lock_shared(${lockOf('name')}) from unnest($1::text[]) as name`, [names]);
  await freeJobsOfTheDead(presence, names);
}

/** A name that can be locked alone is that of a worker that is gone: its jobs are freed at once, not after the library's four hours. */
async function freeJobsOfTheDead(presence: pg.PoolClient, own: readonly string[]): Promise<void> {
  const isFree = `case when name = any($1) then false else pg_try_advisory_xact_lock(${lockOf('name')}) end`;
  await presence.query(
    `select graphile_worker.force_unlock_workers(array(
      select name from (
        select locked_by as name from graphile_worker._private_jobs where locked_by is not null
        union select locked_by from graphile_worker._private_job_queues where locked_by is not null
      ) held where ${isFree}))`,
    [own],
  );
}

function lockOf(name: string): string {
  return `hashtextextended('ramed.worker.' || ${name}, 0)`;
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
