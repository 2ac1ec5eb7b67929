import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { openTestHouse, type TestHouse } from '../../surfaces/testing/test-house.ts';
import type { Job } from './index.ts';
import { startWorker } from './worker.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** Works these jobs until something is so. */
async function work(jobs: readonly Job<never>[], isSo: () => boolean | Promise<boolean>): Promise<void> {
  const { urls, database, desk, clock, log } = house.house;
  const worker = await startWorker(jobs, { jobsUrl: urls.jobs, database, desk, clock, log, concurrency: 2 });
  try {
    for (let turn = 0; !(await isSo()); turn += 1) {
      if (turn > 200) throw new Error('not so after 10 s');
      await wait(50);
    }
  } finally {
    await worker.stop();
  }
}

async function queue(identifier: string, payload: unknown = {}): Promise<void> {
  await sql`select platform.enqueue(${JSON.stringify([{ identifier, payload: { payload } }])}::jsonb)`.execute(
    house.house.database.kysely,
  );
}

async function failures(): Promise<{ job: string; attempts: number; last_error: string }[]> {
  const { rows } = await house.house.database.pool.query('select * from platform.queue_failures()');
  return rows;
}

/** As if the time to try again had come. */
async function hurry(): Promise<void> {
  await house.owner.pool.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
}

test('a job that fails is seen among the failures, tried again by itself, and seen no more once it is done', async () => {
  const keys: string[] = [];
  const stumbling: Job<never> = {
    name: 'tests.stumble',
    async handle(context) {
      keys.push(context.key);
      if (keys.length < 3) throw new Error('the partner’s answer could not be stored');
      return undefined;
    },
  };
  await queue(stumbling.name);
  await work([stumbling], async () => (await failures()).length === 1);
  expect(await failures()).toMatchObject([
    { job: 'tests.stumble', attempts: 1, last_error: expect.stringContaining('partner’s answer') },
  ]);
  await hurry();
  await work([stumbling], async () => (await failures())[0]?.attempts === 2);
  await hurry();
  await work([stumbling], () => keys.length === 3);
  expect(await failures()).toEqual([]);
  expect(new Set(keys).size).toBe(1);
});

test('a job that a killed worker held is done by the next one at once', async () => {
  await queue('tests.orphan');
  await house.owner.pool.query(`
    update graphile_worker._private_jobs j set locked_at = now(), locked_by = 'worker-that-was-killed', attempts = 1
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'tests.orphan'`);
  let done = 0;
  const orphan: Job<never> = {
    name: 'tests.orphan',
    async handle() {
      done += 1;
      return undefined;
    },
  };
  await work([orphan], () => done === 1);
});

test('a second worker takes nothing away from one that is alive', async () => {
  let started = 0;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const long: Job<never> = {
    name: 'tests.long',
    async handle() {
      started += 1;
      await finished;
      return undefined;
    },
  };
  await queue(long.name);
  const first = work([long], () => finished.then(() => true));
  while (started === 0) await wait(20);
  const second = work([long], async () => {
    await wait(800);
    finish();
    return true;
  });
  await Promise.all([first, second]);
  expect(started).toBe(1);
});

test('work to be taken up again keeps its key, so that its deeds stay the same deeds', async () => {
  const keys: string[] = [];
  const patient: Job<never> = {
    name: 'tests.patient',
    async handle(context) {
      keys.push(context.key);
      return keys.length < 3 ? { againAfterMs: 0 } : undefined;
    },
  };
  await queue(patient.name, { file: 1 });
  await work([patient], () => keys.length === 3);
  expect(new Set(keys).size).toBe(1);
});
