import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';
import { RamedError } from '#platform/errors';
import { ENDED_BY_OUTAGE } from './process.ts';

export type ChildSpec = { readonly name: string; readonly script: string; readonly env: NodeJS.ProcessEnv };

export type Child = {
  readonly name: string;
  /** From now on its end is no accident: it is not started again. */
  expectEnd(): void;
  stop(): Promise<void>;
};

type Told = {
  /** The part runs as this process, the first time and each time again. */
  started(name: string, pid: number): void;
  givenUp(name: string): void;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** A part that lived so long was well: what ended it came from outside. */
const WELL_AFTER_MS = 10_000;
const MOST_EARLY_ENDS = 5;
const STOP_MS = 20_000;

type State = { process: ChildProcess | undefined; stopping: boolean; earlyEnds: number };

/**
 * Starts a part of the system as a process of its own and keeps it alive: one that dies is started again, unless it dies soon after each
 * start, over and over. Resolves when the part says that it is ready; rejects when it ends of its own accord before. It writes to
 * logs/<name>.log.
 */
export async function startChild(spec: ChildSpec, dataFolder: string, told: Told): Promise<Child> {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, `${spec.name}.log`);
  const state: State = { process: undefined, stopping: false, earlyEnds: 0 };
  const ready = Promise.withResolvers<void>();

  const launch = () => {
    const child = spawnPart(spec, logFile);
    const startedAt = performance.now();
    let isReady = false;
    state.process = child;
    if (child.pid !== undefined) told.started(spec.name, child.pid);
    child.once('message', () => {
      isReady = true;
      ready.resolve();
    });
    child.once('exit', (code, signal) => {
      if (state.stopping) return;
      state.earlyEnds = performance.now() - startedAt < WELL_AFTER_MS ? state.earlyEnds + 1 : 0;
      note(logFile, { part: spec.name, ended: signal ?? code, earlyEnds: state.earlyEnds });
      const isHopeless = state.earlyEnds > MOST_EARLY_ENDS;
      // No effect on one that was ready once. One that was killed, or found no database, has not said that it cannot.
      if (isHopeless || (!isReady && signal === null && code !== ENDED_BY_OUTAGE))
        ready.reject(new RamedError('part-ended', `${spec.name} does not start: see ${logFile}`));
      if (isHopeless) told.givenUp(spec.name);
      else setTimeout(() => !state.stopping && launch(), pauseAfter(state.earlyEnds));
    });
  };
  const expectEnd = () => {
    state.stopping = true;
  };

  launch();
  await ready.promise.catch((error: unknown) => {
    expectEnd();
    throw error;
  });
  return { name: spec.name, expectEnd, stop: () => stopChild(state) };
}

function spawnPart(spec: ChildSpec, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--import', 'tsx', '--enable-source-maps', join(projectRoot, spec.script)], {
    cwd: projectRoot,
    env: { ...process.env, ...spec.env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}

function pauseAfter(earlyEnds: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, earlyEnds - 1), LONGEST_PAUSE_MS);
}

function note(logFile: string, facts: object): void {
  appendFileSync(logFile, `${JSON.stringify({ at: new Date().toISOString(), ...facts })}\n`);
}

function stopChild(state: State): Promise<void> {
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
