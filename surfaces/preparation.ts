import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '#platform/config';
import { type EmbeddedServer, findRunningServer, migrate, type RolePasswords, startEmbeddedServer } from '#platform/database';
import { prepareQueue } from '#platform/jobs/worker.ts';
import { findRunningSystem } from './running-system.ts';

/** The addresses the parts connect to. Only the migrator ever holds the owner's. */
export type DatabaseUrls = { readonly app: string; readonly jobs: string; readonly owner: string };

export type PreparedDatabase = { readonly urls: DatabaseUrls; readonly server: EmbeddedServer | undefined };

const PATIENCE_MS = 60_000;

/**
 * Finds or starts the database for one command and brings it to the present. `server` is given when this call started it, and is then
 * the caller's to stop. The database of a running system is never started beside it: one that is away just now is waited for.
 */
export async function prepareDatabase(config: Config): Promise<PreparedDatabase> {
  const given = config.databaseUrl ?? (await findDatabase(config));
  const server = given === undefined ? await startEmbeddedServer(config.dataFolder) : undefined;
  const owner = given ?? server?.url ?? '';
  return { urls: await bringToPresent(owner, readPasswords(config.dataFolder)), server };
}

async function findDatabase(config: Config): Promise<string | undefined> {
  const patience = performance.now() + PATIENCE_MS;
  for (;;) {
    const url = await findRunningServer(config.dataFolder);
    if (url !== undefined || performance.now() > patience || !(await findRunningSystem(config.dataFolder))) return url;
    await wait(250);
  }
}

/** Migrations, roles and the queue's own tables. Safe to repeat, and to run twice at once. */
export async function bringToPresent(owner: string, passwords: RolePasswords): Promise<DatabaseUrls> {
  await migrate(owner, passwords);
  const urls = { owner, app: asRole(owner, 'ramed_app', passwords.app), jobs: asRole(owner, 'ramed_jobs', passwords.jobs) };
  await prepareQueue(urls.jobs);
  return urls;
}

function asRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = password;
  return changed.toString();
}

/** The passwords of the daily roles, made the first time. */
export function readPasswords(dataFolder: string): RolePasswords {
  const file = join(dataFolder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as RolePasswords;
  mkdirSync(dataFolder, { recursive: true });
  const passwords = { app: randomBytes(24).toString('base64url'), jobs: randomBytes(24).toString('base64url') };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}
