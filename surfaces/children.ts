import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';

export type ChildSpec = { readonly name: string; readonly script: string; readonly env: NodeJS.ProcessEnv };
export type Child = { readonly name: string; pid(): number | undefined; stop(): Promise<void> };

const PAUSE_MS = 500;
const MOST_RESTARTS_A_MINUTE = 5;
const STOP_MS = 20_000;

/**
 * Starts a part of the system as a process of its own and keeps it alive: one that dies is started again, unless it dies over and over,
 * which is told by `onGivenUp`. Resolves when the part says that it is ready; rejects when it ends first. It writes to logs/<name>.log.
 */
export async function startChild(spec: ChildSpec, dataFolder: string, onGivenUp: (name: string) => void): Promise<Child> {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, `${spec.name}.log`);
  const state: { process: ChildProcess | undefined; stopping: boolean; restarts: number[] } = {
    process: undefined,
    stopping: false,
    restarts: [],
  };

  const launch = () => {
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, ['--import', 'tsx', '--enable-source-maps', join(projectRoot, spec.script)], {
      cwd: projectRoot,
      env: { ...process.env, ...spec.env },
      stdio: ['ignore', log, log, 'ipc'],
    });
    state.process = child;
    child.on('exit', (code, signal) => {
      if (state.stopping) return;
      const now = Date.now();
      state.restarts = [...state.restarts.filter((at) => now - at < 60_000), now];
      appendFileSync(
        logFile,
        `${JSON.stringify({ at: new Date(now).toISOString(), part: spec.name, ended: signal ?? code, restarts: state.restarts.length })}\n`,
      );
      if (state.restarts.length > MOST_RESTARTS_A_MINUTE) onGivenUp(spec.name);
      else setTimeout(() => !state.stopping && launch(), PAUSE_MS);
    });
    return child;
  };

  await untilReady(launch(), spec.name, logFile);
  return { name: spec.name, pid: () => state.process?.pid, stop: () => stopChild(state) };
}

function untilReady(child: ChildProcess, name: string, logFile: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error(`${name} ended before it was ready: see ${logFile}`)));
  });
}

function stopChild(state: { process: ChildProcess | undefined; stopping: boolean }): Promise<void> {
  state.stopping = true;
  const child = state.process;
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
