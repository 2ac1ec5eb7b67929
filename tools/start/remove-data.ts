import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeEmbeddedServer } from '#platform/database';
import { RamedError } from '#platform/errors';
import { findRunningSystem } from '../../surfaces/running-system.ts';

/** What RAMED writes into its data folder: one that holds none of these is somebody else's. */
const OURS = ['instance', 'keys', 'logs', 'postgresql', 'secrets.json', 'system.json'];
const PATIENCE_MS = 60_000;

/** Stops the system that runs on a data folder, in order, and removes the folder with its database. Refuses a folder that is not ours. */
export async function removeData(dataFolder: string): Promise<void> {
  if (!existsSync(dataFolder)) return;
  refuseForeign(dataFolder);
  await stopRunning(dataFolder);
  await removeEmbeddedServer(dataFolder);
  rmSync(dataFolder, { recursive: true, force: true });
}

function refuseForeign(dataFolder: string): void {
  const entries = readdirSync(dataFolder);
  if (entries.length > 0 && !entries.some((entry) => OURS.includes(entry)))
    throw new RamedError('not-our-folder', `${dataFolder} was not written by RAMED: nothing was removed`);
  if (existsSync(join(dataFolder, '.git')) || existsSync(join(dataFolder, 'package.json')))
    throw new RamedError('not-our-folder', `${dataFolder} holds a project: nothing was removed`);
}

async function stopRunning(dataFolder: string): Promise<void> {
  const running = await findRunningSystem(dataFolder);
  if (!running) return;
  process.kill(running.pid, 'SIGTERM');
  const patience = performance.now() + PATIENCE_MS;
  while ((await findRunningSystem(dataFolder))?.pid === running.pid) {
    if (performance.now() > patience)
      throw new RamedError('still-running', `process ${running.pid} did not stop within a minute: nothing was removed`);
    await wait(100);
  }
}
