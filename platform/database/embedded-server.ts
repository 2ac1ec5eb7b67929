import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { RamedError } from '#platform/errors';
import { chooseServerHome, type ServerHome } from './server-home.ts';

export type EmbeddedServer = {
  /** The owner's address: for migrations only. The same whenever this cluster runs. */
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
};

type ServerFacts = { readonly port: number; readonly password: string };

const PATIENCE_MS = 60_000;

/**
 * Starts PostgreSQL from the binaries that npm brought. Creates the cluster the first time (about one second). A server that
 * outlived a killed parent is stopped first, and a crashed one recovers by itself from its log of writes.
 */
export async function startEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  mkdirSync(join(dataFolder, 'logs'), { recursive: true });
  const home = chooseServerHome(dataFolder);
  const facts = await createClusterOnce(home);
  await stopLeftOver(home, facts);
  const url = urlOf(facts);
  const process = await launchUntilItAnswers(home, facts, join(dataFolder, 'logs', 'postgresql.log'));
  try {
    await createDatabaseOnce(url);
    return { url, process, stop: () => stop(process) };
  } catch (error) {
    await stop(process);
    throw error;
  }
}

/** The owner's address of a server started elsewhere on the same data folder, or undefined when none answers. */
export async function findRunningServer(dataFolder: string): Promise<string | undefined> {
  const home = chooseServerHome(dataFolder);
  const facts = readFacts(home);
  if (!facts) return undefined;
  return (await answers(urlOf(facts))) ? urlOf(facts) : undefined;
}

function urlOf({ port, password }: ServerFacts): string {
  return `postgresql://ramed_owner:${password}@127.0.0.1:${port}/ramed`;
}

async function createClusterOnce(home: ServerHome): Promise<ServerFacts> {
  const known = readFacts(home);
  if (known && existsSync(join(home.cluster, 'PG_VERSION'))) return moveFromTakenPort(home, known);
  const facts = { port: await freePort(), password: randomBytes(24).toString('base64url') };
  const passwordFile = join(home.folder, 'password');
  writeFileSync(passwordFile, facts.password, { mode: 0o600 });
  home.giveToServer(passwordFile);
  const unfinished = initialise(home, passwordFile);
  writeFileSync(join(home.folder, 'server.json'), JSON.stringify(facts), { mode: 0o600 });
  // Takes the place of an empty folder only: a cluster without its facts is never removed.
  rmdirSync(home.cluster);
  renameSync(unfinished, home.cluster);
  return facts;
}

/** Another program may have taken the port while this server was away. */
async function moveFromTakenPort(home: ServerHome, known: ServerFacts): Promise<ServerFacts> {
  if (existsSync(join(home.cluster, 'postmaster.pid')) || !(await isTaken(known.port))) return known;
  const facts = { ...known, port: await freePort() };
  writeFileSync(join(home.folder, 'server.json'), JSON.stringify(facts), { mode: 0o600 });
  return facts;
}

/**
 * Arabic and Tifinagh trigrams need a UTF-8 character type, which `--locale=C` does not give; the builtin provider sorts by code
 * point the same everywhere. Made in a folder of its own, since the initdb of a killed start may still be writing into its own.
 */
function initialise(home: ServerHome, passwordFile: string): string {
  const unfinished = `${home.cluster}-${randomBytes(4).toString('hex')}`;
  mkdirSync(unfinished, { mode: 0o700 });
  home.giveToServer(unfinished);
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const args = [`--pgdata=${unfinished}`, '--username=ramed_owner', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const text = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--data-checksums',
  ];
  const done = spawnSync(home.binary('initdb'), [...args, ...text], {
    ...home.identity,
    encoding: 'utf8',
    env: home.environment,
  });
  if (done.status !== 0) throw new RamedError('database-init', `initdb failed: ${done.stderr || String(done.error)}`);
  return unfinished;
}

function launch(home: ServerHome, port: number, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  const settings = Object.entries(settingsFor(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(home.binary('postgres'), ['-D', home.cluster, ...settings], {
    ...home.identity,
    env: home.environment,
    stdio: ['ignore', log, log],
    // Its own group: Ctrl-C in the terminal must reach our orderly stop first, not the database.
    detached: true,
  });
  server.unref();
  return server;
}

function settingsFor(port: number): Record<string, string | number> {
  const megabytes = Math.floor(totalmem() / 1024 / 1024);
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 80,
    shared_buffers: `${Math.min(1024, Math.max(128, Math.floor(megabytes / 8)))}MB`,
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    effective_io_concurrency: 64,
    max_parallel_workers: availableParallelism(),
    jit: 'off',
    timezone: 'UTC',
  };
}

/**
 * The last children of a killed server hold the cluster for a moment after it, and a connection on its way out may hold its port: a
 * server that ends before it answers is started again while that may be so.
 */
async function launchUntilItAnswers(home: ServerHome, facts: ServerFacts, logFile: string): Promise<ChildProcess> {
  const wasKilled = existsSync(join(home.cluster, 'postmaster.pid'));
  const patience = performance.now() + (wasKilled ? PATIENCE_MS : 0);
  for (;;) {
    const server = launch(home, facts.port, logFile);
    const end = await answersOrEnds(urlOf(facts).replace(/ramed$/, 'postgres'), server);
    if (end === 'answers') return server;
    if (performance.now() > patience)
      throw new RamedError('database-start', `PostgreSQL did not start (${end}): see logs/postgresql.log`);
    await wait(250);
  }
}

async function answersOrEnds(url: string, server: ChildProcess): Promise<string> {
  let ended: string | undefined;
  server.once('exit', (code, signal) => {
    ended = `it ended at once, ${signal ?? code}`;
  });
  server.once('error', (error) => {
    ended = error.message;
  });
  const patience = performance.now() + PATIENCE_MS;
  while (performance.now() < patience) {
    if (ended !== undefined) return ended;
    if (await answers(url)) return 'answers';
    await wait(100);
  }
  await stop(server);
  return 'no answer within a minute';
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabaseOnce(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/ramed$/, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'ramed'`);
  if (rowCount === 0) await client.query('create database ramed');
  await client.end();
}

/**
 * A killed parent leaves the server behind: it holds the cluster and must be gone before a new start. Only one that listens is told to
 * go: the number in the file of a dead one may be another process by now.
 */
async function stopLeftOver(home: ServerHome, { port }: ServerFacts): Promise<void> {
  if (!existsSync(join(home.cluster, 'postmaster.pid')) || !(await isTaken(port))) return;
  spawnSync(home.binary('pg_ctl'), ['-D', home.cluster, '-m', 'fast', '-w', '-t', '30', 'stop'], {
    ...home.identity,
    env: home.environment,
  });
}

/** A fast shutdown: open transactions are rolled back, everything committed is on the disk. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGINT');
  await gone;
}

function readFacts(home: ServerHome): ServerFacts | undefined {
  const file = join(home.folder, 'server.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ServerFacts) : undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}
