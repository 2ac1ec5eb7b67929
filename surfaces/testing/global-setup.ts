import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { seatMandates } from '#modules/commissions';
import { makeSampleAgreements } from '#modules/exchange';
import { seatCast } from '#modules/staff';
import { loadTerritoryIntoDatabase } from '#modules/territory';
import { systemClock } from '#platform/clock';
import { openDatabase, removeEmbeddedServer, startEmbeddedServer } from '#platform/database';
import { bringToPresent } from '../preparation.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly databaseOwnerUrl: string;
    readonly databasePasswords: { readonly app: string; readonly jobs: string };
  }
}

const passwords = { app: 'test-only-app', jobs: 'test-only-jobs' };

/** One real server for all test files, and one furnished database that each of them gets a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-test-'));
  const server = await startEmbeddedServer(dataFolder);
  await forgoSafety(server.url);
  const { owner } = await bringToPresent(server.url, passwords);
  const database = openDatabase(owner, { connections: 1, name: 'ramed-test-setup' });
  await loadTerritoryIntoDatabase(database);
  await seatCast(database, systemClock);
  await seatMandates(database, systemClock);
  await makeSampleAgreements(database, systemClock);
  await database.close();
  project.provide('databaseOwnerUrl', owner);
  project.provide('databasePasswords', passwords);
  return async () => {
    await server.stop();
    await removeEmbeddedServer(dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

/**
 * These databases end with the tests: nothing of them has to outlive a power cut, so nothing waits for the disk, and nobody tidies up in two
 * hundred copies that are soon gone.
 */
async function forgoSafety(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}
