import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { projectRoot } from '#platform/config';
import { RamedError } from '#platform/errors';

/** The folder of the house that the office is made of; a change of any file in it makes another office. */
const SOURCES = ['surfaces/office', 'surfaces/verifier', 'modules', 'platform', 'design', 'law', 'package-lock.json'];
const READ = /\.(ts|tsx|css|html|json|yaml|csv|webmanifest)$/;

export type OfficeFolder = {
  readonly folder: string;
  /** The digest of all it was made of: the name of this version of the office. */
  readonly version: string;
};

let made: Promise<OfficeFolder> | undefined;

/** The built office: made when nobody has made it yet from the same sources, which takes a few seconds. Safe to ask from several processes. */
export function builtOffice(): Promise<OfficeFolder> {
  made ??= makeOffice().catch((error) => {
    made = undefined;
    throw error;
  });
  return made;
}

async function makeOffice(): Promise<OfficeFolder> {
  const version = digestOfSources();
  const home = join(projectRoot, 'node_modules', '.cache', 'ramed-office');
  const folder = join(home, version);
  if (existsSync(folder)) return { folder, version };
  mkdirSync(home, { recursive: true });
  const unfinished = join(home, `unfinished-${process.pid}-${threadId}`);
  try {
    await bundleInto(unfinished, version);
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return { folder, version };
}

async function bundleInto(folder: string, version: string): Promise<void> {
  const script = fileURLToPath(new URL('bundle.ts', import.meta.url));
  const bundler = spawn(process.execPath, ['--import', 'tsx', script, folder, version], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const said: Buffer[] = [];
  for (const stream of [bundler.stdout, bundler.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = await once(bundler, 'close');
  if (code !== 0) throw new RamedError('office-not-built', Buffer.concat(said).toString());
}

function digestOfSources(): string {
  const digest = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(projectRoot, source);
    for (const file of READ.test(path) ? [path] : filesIn(path, READ))
      digest.update(`${relative(projectRoot, file)}\0`).update(readFileSync(file));
  }
  return digest.digest('hex').slice(0, 16);
}

function filesIn(path: string, named: RegExp): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && named.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
