import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import type { z } from 'zod';
import { actorOf, cast, isRole } from '#modules/staff';
import type { Action, Outcome, Query } from '#platform/actions';
import { type Clock, systemClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { type Database, openDatabase, sql } from '#platform/database';
import { newId } from '#platform/ids';
import { startWorker } from '#platform/jobs/worker.ts';
import type { Actor } from '#platform/permissions';
import { partnerNames } from '../../partners/agreements.ts';
import { startPartner } from '../../partners/start-partner.ts';
import { type House, openHouse } from '../house.ts';
import { bringToPresent } from '../preparation.ts';

export type TestHouse = {
  readonly house: House;
  /** The owner's hand, for looking and for tampering: no fence stops it. */
  readonly owner: Database;
  /** A member of the named cast at their post. */
  as(login: string): Promise<Actor>;
  /** Does a deed with a fresh key, or the key given. */
  do<I extends z.ZodType, O extends z.ZodType>(
    actor: Actor,
    action: Action<I, O>,
    input: z.input<I>,
    key?: string,
  ): Promise<Outcome<z.output<O>>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    actor: Actor,
    query: Query<I, O>,
    input: z.input<I>,
  ): Promise<Outcome<z.output<O>>>;
  /** Lets the worker do everything that is due, until nothing is. */
  settle(): Promise<void>;
  partners: Readonly<Record<string, Awaited<ReturnType<typeof startPartner>>>>;
  close(): Promise<void>;
};

/** A whole house on its own copy of the furnished database, with its own partner stand-ins on free ports. No server and no second process. */
export async function openTestHouse(options: { readonly clock?: Clock } = {}): Promise<TestHouse> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-house-'));
  const ownerUrl = await copyDatabase();
  const urls = await bringToPresent(ownerUrl, inject('databasePasswords'));
  const partners = Object.fromEntries(
    await Promise.all(partnerNames.map(async (name) => [name, await startPartner(name, { port: 0 })] as const)),
  );
  for (const [name, partner] of Object.entries(partners)) process.env[`RAMED_PARTNER_${name.toUpperCase()}_URL`] = partner.url;
  const config = readConfig({ RAMED_DATA: dataFolder, RAMED_LOG: 'silent' });
  const house = openHouse(config, urls, { name: 'test', connections: 8, clock: options.clock ?? systemClock });
  const owner = openDatabase(urls.owner, { connections: 2, name: 'ramed-test-owner' });
  return {
    house,
    owner,
    partners,
    as: (login) => actorNamed(owner, login),
    do: (actor, action, input, key = newId()) => house.desk.do(action, input, { actor, key }),
    ask: (actor, query, input) => house.desk.ask(query, input, { actor }),
    settle: () => settle(house),
    async close() {
      await Promise.all(Object.values(partners).map((partner) => partner.stop()));
      await house.close();
      await owner.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function copyDatabase(): Promise<string> {
  const furnished = new URL(inject('databaseOwnerUrl'));
  const template = furnished.pathname.slice(1);
  const name = `test_${newId().replaceAll('-', '')}`;
  const admin = new URL(furnished);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.toString() });
  await client.connect();
  // Copies of one template take turns: PostgreSQL refuses a template that someone is connected to.
  await client.query(`select pg_advisory_lock(hashtextextended('ramed.test.copy', 0))`);
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  furnished.pathname = `/${name}`;
  return furnished.toString();
}

async function actorNamed(owner: Database, login: string): Promise<Actor> {
  if (!cast.some((member) => member.login === login)) throw new Error(`${login} is not of the cast`);
  const { rows } = await sql<{ agent: string; post: string; role: string; territory: string }>`
    select agent.id as agent, post.id as post, post.role, post.territory
    from staff.agent join staff.post on post.agent_id = agent.id where agent.login = ${login}`.execute(owner.kysely);
  const [row] = rows;
  if (!row || !isRole(row.role)) throw new Error(`${login} holds no post`);
  return actorOf({ agentId: row.agent, postId: row.post, role: row.role, territory: row.territory });
}

async function settle(house: House): Promise<void> {
  const { urls, database, desk, clock, log } = house;
  const worker = await startWorker(house.jobs, { jobsUrl: urls.jobs, database, desk, clock, log, concurrency: 4 });
  try {
    for (let quiet = 0; quiet < 3; ) {
      await wait(50);
      const { rows } = await sql<{
        oldest_seconds: number | null;
        waiting: number;
      }>`select * from platform.queue_state()`.execute(database.kysely);
      quiet = rows[0]?.oldest_seconds === null ? quiet + 1 : 0;
    }
  } finally {
    await worker.stop();
  }
}
