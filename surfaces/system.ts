import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { seatCast } from '#modules/staff';
import { loadTerritoryIntoDatabase } from '#modules/territory';
import { systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { openDatabase } from '#platform/database';
import { RamedError } from '#platform/errors';
import { type Child, type ChildSpec, startChild } from './children.ts';
import { type DatabaseUrls, type PreparedDatabase, prepareDatabase } from './preparation.ts';
import { writeUrls } from './process.ts';

export type System = {
  readonly urls: DatabaseUrls;
  readonly port: number;
  readonly given: Promise<string>;
  stop(): Promise<void>;
};

/** What a running system leaves in its data folder, so that a second command finds it. */
export type RunningSystem = { readonly pid: number; readonly port: number };

/**
 * Starts everything on this machine: database, territory, named cast, partner stand-ins, worker and web server. `onStage` tells each step
 * as it is done. Refuses when a system already runs on the same data folder, or when the port is taken.
 */
export async function startSystem(config: Config, onStage: (stage: string) => void): Promise<System> {
  const running = findRunningSystem(config.dataFolder);
  if (running)
    throw new RamedError(
      'already-running',
      `RAMED already runs on this data folder (process ${running.pid}): http://${config.host}:${running.port}`,
    );
  await refuseTakenPort(config);
  onStage('database');
  const prepared = await prepareDatabase(config);
  try {
    return await startParts(config, prepared, onStage);
  } catch (error) {
    await prepared.server?.stop();
    throw error;
  }
}

/** The system that runs on a data folder, or undefined. A file left by a killed one does not count. */
export function findRunningSystem(dataFolder: string): RunningSystem | undefined {
  const file = systemFile(dataFolder);
  if (!existsSync(file)) return undefined;
  const system = JSON.parse(readFileSync(file, 'utf8')) as RunningSystem;
  return system.pid !== process.pid && isAlive(system.pid) ? system : undefined;
}

async function startParts(config: Config, prepared: PreparedDatabase, onStage: (stage: string) => void): Promise<System> {
  onStage('territory');
  await furnish(config, prepared.urls);
  let giveUp: (name: string) => void = () => undefined;
  const given = new Promise<string>((resolve) => {
    giveUp = resolve;
  });
  const children: Child[] = [];
  for (const spec of partsOf(config, prepared.urls)) {
    onStage(spec.name);
    children.unshift(await startChild(spec, config.dataFolder, giveUp));
  }
  mkdirSync(config.dataFolder, { recursive: true });
  writeFileSync(systemFile(config.dataFolder), JSON.stringify({ pid: process.pid, port: config.port } satisfies RunningSystem));
  return {
    urls: prepared.urls,
    port: config.port,
    given,
    async stop() {
      for (const child of children) await child.stop();
      await prepared.server?.stop();
      rmSync(systemFile(config.dataFolder), { force: true });
    },
  };
}

/** What must be in the database before anyone comes: the land, and in development the cast. */
async function furnish(config: Config, urls: DatabaseUrls): Promise<void> {
  const owner = openDatabase(urls.owner, { connections: 1, name: 'ramed-start' });
  try {
    await loadTerritoryIntoDatabase(owner);
    if (config.mode === 'development') await seatCast(owner, systemClock);
  } finally {
    await owner.close();
  }
}

function partsOf(config: Config, urls: DatabaseUrls): readonly ChildSpec[] {
  const env = {
    ...writeUrls(urls),
    PORT: String(config.port),
    RAMED_DATA: config.dataFolder,
    RAMED_PARTNERS_PORT_BASE: String(config.partnersPortBase),
  };
  const gateway = `http://127.0.0.1:${config.port}/gateway/v1/bank/payments`;
  const partners = { name: 'partners', script: 'partners/main.ts', env: { ...env, RAMED_BANK_GATEWAY_URL: gateway } };
  return [
    ...(config.mode === 'development' ? [partners] : []),
    { name: 'server', script: 'surfaces/server/main.ts', env },
    { name: 'worker', script: 'surfaces/worker/main.ts', env },
  ];
}

async function refuseTakenPort(config: Config): Promise<void> {
  const taken = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(config.port, config.host, () => probe.close(() => resolve(false)));
  });
  if (taken)
    throw new RamedError('port-taken', `port ${config.port} is in use: set PORT to another, for example PORT=3100 npm start`);
}

function systemFile(dataFolder: string): string {
  return join(dataFolder, 'system.json');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
