import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { RamedError } from '#platform/errors';

/** What a running system tells of itself in its data folder, so that a second command finds it. `parts`: the process of each. */
export type RunningSystem = {
  readonly pid: number;
  readonly address: string;
  readonly parts: Readonly<Record<string, number>>;
  readonly door: { readonly port: number; readonly word: string };
};

/** A data folder taken by this process, and by no other on this machine until it is left or this process is gone. */
export type Claim = {
  /** Whether a system that was killed held it before: its last processes may take a moment to be gone. */
  readonly afterKill: boolean;
  /** Tells which process a part runs as now. */
  note(part: string, pid: number): void;
  release(): void;
};

const SETTLE_MS = 100;
const KNOCK_MS = 2_000;

/**
 * Takes a data folder for this process alone. Refuses when a system runs on it. A system is known to run by a door it keeps open, not by
 * the number of its process, which a machine gives again to others.
 */
export async function claimDataFolder(dataFolder: string, address: string): Promise<Claim> {
  mkdirSync(dataFolder, { recursive: true });
  const word = randomBytes(16).toString('hex');
  const door = await openDoor(word);
  let told: RunningSystem = { pid: process.pid, address, parts: {}, door: { port: door.port, word } };
  let afterKill = false;
  while (!writeNew(dataFolder, told)) {
    await refuseRunning(dataFolder, door.server);
    rmSync(systemFile(dataFolder), { force: true });
    afterKill = true;
  }
  // Two starts that find the same left-over at once may both replace it: the last to write has it.
  await wait(SETTLE_MS);
  if (read(dataFolder)?.door.word !== word) await refuseRunning(dataFolder, door.server);
  return {
    afterKill,
    note(part, pid) {
      told = { ...told, parts: { ...told.parts, [part]: pid } };
      replace(dataFolder, told);
    },
    release() {
      rmSync(systemFile(dataFolder), { force: true });
      door.server.close();
    },
  };
}

/** The system that runs on a data folder, or undefined. What a killed one left does not count. */
export async function findRunningSystem(dataFolder: string): Promise<RunningSystem | undefined> {
  const told = read(dataFolder);
  return told && (await answersAt(told.door)) ? told : undefined;
}

async function refuseRunning(dataFolder: string, door: Server): Promise<void> {
  const running = await findRunningSystem(dataFolder);
  if (!running) return;
  door.close();
  throw new RamedError('already-running', `RAMED already runs on this data folder (process ${running.pid}): ${running.address}`);
}

function openDoor(word: string): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.on('error', () => undefined).end(word));
    server.once('error', reject);
    server.unref();
    server.listen(0, '127.0.0.1', () => {
      const place = server.address();
      if (place && typeof place === 'object') resolve({ server, port: place.port });
    });
  });
}

/** One that opens but is too busy to speak is alive; one that says another word is somebody else. */
function answersAt({ port, word }: RunningSystem['door']): Promise<boolean> {
  return new Promise((resolve) => {
    let heard = '';
    const visit = connect({ port, host: '127.0.0.1', timeout: KNOCK_MS });
    const leave = (alive: boolean) => {
      resolve(alive);
      visit.destroy();
    };
    visit.on('data', (data) => {
      heard += data;
    });
    visit.on('timeout', () => leave(!visit.connecting));
    visit.on('end', () => leave(heard === word));
    visit.on('error', () => leave(false));
  });
}

function writeNew(dataFolder: string, told: RunningSystem): boolean {
  const whole = unfinished(dataFolder);
  writeFileSync(whole, JSON.stringify(told), { mode: 0o600 });
  try {
    linkSync(whole, systemFile(dataFolder));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(whole);
  }
}

function replace(dataFolder: string, told: RunningSystem): void {
  writeFileSync(unfinished(dataFolder), JSON.stringify(told), { mode: 0o600 });
  renameSync(unfinished(dataFolder), systemFile(dataFolder));
}

function read(dataFolder: string): RunningSystem | undefined {
  const file = systemFile(dataFolder);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningSystem;
  } catch {
    return undefined;
  }
}

function systemFile(dataFolder: string): string {
  return join(dataFolder, 'system.json');
}

function unfinished(dataFolder: string): string {
  return `${systemFile(dataFolder)}.${process.pid}`;
}
