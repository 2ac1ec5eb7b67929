import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
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
  const afterKill = await take(dataFolder, told, door.server);
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

/**
 * Puts this process in the place of whatever held the folder and is gone; tells whether there was such a one. Several starts may find the
 * same left-over at once, and a slow one may find it long after another took its place: each names itself the successor of the one it
 * found, by that one's word. Of one system there is one successor, and of one that was replaced a successor leads nowhere.
 */
async function take(dataFolder: string, told: RunningSystem, door: Server): Promise<boolean> {
  for (;;) {
    const gone = lastOf(dataFolder);
    if (gone && (await answersAt(gone.door))) {
      door.close();
      throw new RamedError('already-running', `RAMED already runs on this data folder (process ${gone.pid}): ${gone.address}`);
    }
    const place = gone ? successorFile(dataFolder, gone) : systemFile(dataFolder);
    if (!writeNew(place, told)) continue;
    if (lastOf(dataFolder)?.door.word !== told.door.word) {
      rmSync(place, { force: true });
      continue;
    }
    if (gone) renameSync(place, systemFile(dataFolder));
    return gone !== undefined;
  }
}

/** The last to hold the folder: the one its file names, or whoever is taking the place of that one right now. */
function lastOf(dataFolder: string): RunningSystem | undefined {
  let last = read(systemFile(dataFolder));
  for (let next = last; next; next = read(successorFile(dataFolder, next))) last = next;
  return last;
}

/** The system that runs on a data folder, or undefined. What a killed one left does not count. */
export async function findRunningSystem(dataFolder: string): Promise<RunningSystem | undefined> {
  const told = lastOf(dataFolder);
  return told && (await answersAt(told.door)) ? told : undefined;
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

function writeNew(place: string, told: RunningSystem): boolean {
  const whole = unfinished(place, told);
  writeFileSync(whole, JSON.stringify(told), { mode: 0o600 });
  try {
    linkSync(whole, place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(whole);
  }
}

function replace(dataFolder: string, told: RunningSystem): void {
  const place = systemFile(dataFolder);
  writeFileSync(unfinished(place, told), JSON.stringify(told), { mode: 0o600 });
  renameSync(unfinished(place, told), place);
}

function read(file: string): RunningSystem | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningSystem;
  } catch {
    return nobody;
  }
}

/** A power cut may leave a file that says nothing: who wrote it is gone. */
const nobody: RunningSystem = { pid: 0, address: '', parts: {}, door: { port: 0, word: 'unreadable' } };

function systemFile(dataFolder: string): string {
  return join(dataFolder, 'system.json');
}

function successorFile(dataFolder: string, { door }: RunningSystem): string {
  return `${systemFile(dataFolder)}.after-${door.word}`;
}

function unfinished(place: string, { door }: RunningSystem): string {
  return `${place}.${door.word}`;
}
