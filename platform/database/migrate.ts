import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { projectRoot } from '#platform/config';
import { RamedError } from '#platform/errors';

export type RolePasswords = { readonly app: string; readonly jobs: string };

/**
 * Brings a database to the present: every file of database/migrations once, in order, each in its own transaction. Refuses when a
 * migration that was already applied has since been edited. Two starts at once wait for each other. Returns the names applied.
 */
export async function migrate(ownerUrl: string, passwords: RolePasswords): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('ramed.migrate', 0))`);
    await client.query(
      'create table if not exists public.migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    );
    const applied = await applyMissing(client);
    await setPasswords(client, passwords);
    return applied;
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client): Promise<readonly string[]> {
  const known = new Map(
    (await client.query<{ name: string; digest: string }>('select name, digest from public.migration')).rows.map((row) => [
      row.name,
      row.digest,
    ]),
  );
  const applied: string[] = [];
  for (const file of migrationFiles()) {
    const digest = known.get(file.name);
    if (digest === file.digest) continue;
    if (digest !== undefined)
      throw new RamedError('migration-edited', `${file.name} was edited after it was applied: write a new migration`);
    await applyOne(client, file);
    applied.push(file.name);
  }
  return applied;
}

async function applyOne(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.text);
    await client.query('insert into public.migration (name, digest) values ($1, $2)', [file.name, file.digest]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new RamedError('migration-failed', `${file.name}: ${cause instanceof Error ? cause.message : 'failed'}`, { cause });
  }
}

type MigrationFile = { readonly name: string; readonly text: string; readonly digest: string };

function migrationFiles(): readonly MigrationFile[] {
  const folder = join(projectRoot, 'database', 'migrations');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, digest: createHash('sha256').update(text).digest('hex') };
    });
}

/** Roles belong to every database of the cluster, whose starts do not wait for each other: who loses the race for one asks again. */
async function setPasswords(client: pg.Client, { app, jobs }: RolePasswords): Promise<void> {
  await alterRole(client, `alter role ramed_app password ${client.escapeLiteral(app)}`);
  await alterRole(client, `alter role ramed_jobs password ${client.escapeLiteral(jobs)}`);
}

async function alterRole(client: pg.Client, statement: string, triesLeft = 20): Promise<void> {
  try {
    await client.query(statement);
  } catch (cause) {
    // PostgreSQL has no code of its own for two statements that write one line of its catalogue.
    const isLostRace = cause instanceof pg.DatabaseError && cause.message === 'tuple concurrently updated';
    if (!isLostRace || triesLeft === 0) throw cause;
    await wait(25);
    await alterRole(client, statement, triesLeft - 1);
  }
}
