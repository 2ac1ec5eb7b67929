import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recentBatches } from '#modules/applications';
import { projectRoot, readConfig } from '#platform/config';
import { type Database, findRunningServer, isOutage, openDatabase } from '#platform/database';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { type PartnerName, partnerTable } from '../partners/agreements.ts';
import type { Switches } from '../partners/protocol.ts';
import { type BatchReport, reportOnBatch } from '../surfaces/cli/batch-report.ts';
import { type House, openHouse } from '../surfaces/house.ts';
import { bringToPresent, readPasswords } from '../surfaces/preparation.ts';
import { findRunningSystem, type RunningSystem } from '../surfaces/running-system.ts';

/** A part of the running system, or the command that started them all. */
export type Victim = 'supervisor' | 'database' | 'server' | 'worker';

/** One command a person typed, running as they would run it. */
export type Running = {
  readonly process: ChildProcess;
  /** Everything it has written so far. */
  told(): string;
  /** Resolves once it has written this; rejects when it ends without, or takes longer than a minute. */
  says(words: string): Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** The real system, as processes on a data folder and ports of its own. */
export type SystemUnderTest = {
  readonly dataFolder: string;
  readonly port: number;
  /** `npm start`, without the installer. */
  start(over?: NodeJS.ProcessEnv): Running;
  /** `npm run ramed -- …` */
  ramed(...args: readonly string[]): Running;
  /** Everything the commands have written, one after the other. */
  told(): string;
  parts(): RunningSystem | undefined;
  /** SIGKILL. False when it does not run at this moment. */
  kill(victim: Victim): boolean;
  switchPartner(name: PartnerName, wanted: Switches): Promise<void>;
  countersOf(name: PartnerName): Promise<Readonly<Record<string, number>>>;
  /** The report on the only batch; undefined while there is none, or while the database is away. */
  report(): Promise<BatchReport | undefined>;
  /** The report once nothing moves or waits to; rejects after two minutes. */
  atRest(): Promise<BatchReport>;
  /** The owner's hand, for looking. */
  owner(): Promise<Database>;
  /** Ctrl-C, as the terminal sends it: to the whole group. Resolves when all is gone. */
  interrupt(running: Running): Promise<void>;
  /** Ends everything and removes the data. */
  close(): Promise<void>;
};

const PATIENCE_MS = 120_000;
let systems = 0;

export function systemUnderTest(): SystemUnderTest {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-chaos-'));
  // Open to walk through, so that under root the database lives inside and goes with it.
  chmodSync(dataFolder, 0o755);
  // All of them below 32 768, where the ports begin that a machine gives to its own connections; apart from those of other test processes.
  const port = 10_000 + (process.pid % 1_000) * 22 + (systems++ % 2) * 11;
  const environment = {
    ...ownEnvironment(),
    RAMED_DATA: dataFolder,
    PORT: String(port),
    RAMED_PARTNERS_PORT_BASE: String(port + 1),
  };
  const commands: Running[] = [];
  const eyes = openEyes(dataFolder, environment);

  const run = (script: string, args: readonly string[], over: NodeJS.ProcessEnv = {}) => {
    const running = runCommand([join(projectRoot, script), ...args], { ...environment, ...over });
    commands.push(running);
    return running;
  };
  const parts = () => readParts(dataFolder);
  const urlOf = (name: PartnerName) => `http://127.0.0.1:${port + 1 + partnerTable[name].portOffset}/control`;

  return {
    dataFolder,
    port,
    start: (over) => run('tools/start/start.ts', [], over),
    ramed: (...args) => run('surfaces/cli/ramed.ts', args),
    told: () => commands.map((command) => command.told()).join('\n'),
    parts,
    kill(victim) {
      const told = parts();
      return kill(victim === 'supervisor' ? told?.pid : told?.parts[victim]);
    },
    async switchPartner(name, wanted) {
      await fetch(urlOf(name), { method: 'POST', body: JSON.stringify(wanted) });
    },
    countersOf: async (name) => ((await (await fetch(urlOf(name))).json()) as { counters: Record<string, number> }).counters,
    report: eyes.report,
    atRest: () => untilAtRest(eyes.report),
    owner: eyes.owner,
    async interrupt(running) {
      const before = parts();
      process.kill(-(running.process.pid ?? 0), 'SIGINT');
      await running.ended;
      await untilGone([before?.pid, ...Object.values(before?.parts ?? {})]);
    },
    async close() {
      await eyes.close();
      const last = parts();
      for (const { process: command } of commands) if (command.exitCode === null) command.kill('SIGTERM');
      await Promise.all(commands.map((running) => running.ended));
      if (last && !(await findRunningSystem(dataFolder))) kill(last.parts.database);
      await untilGone(Object.values(last?.parts ?? {}));
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What a person's shell would hold: nothing of the test runner, nothing of another system. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(RAMED_|VITEST|NODE_ENV$|NODE_OPTIONS$|PORT$|DATABASE_URL$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function runCommand(args: readonly string[], env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  }
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    process: child,
    told: () => told,
    ended,
    async says(words) {
      const patience = performance.now() + PATIENCE_MS / 2;
      while (!told.includes(words)) {
        if (child.exitCode !== null || child.signalCode !== null || performance.now() > patience)
          throw new Error(`never said "${words}":\n${told}`);
        await wait(20);
      }
    },
  };
}

/** Looks into the database of whatever runs, over every restart. */
function openEyes(dataFolder: string, environment: NodeJS.ProcessEnv) {
  let opened: Promise<{ house: House; owner: Database }> | undefined;
  const eyes = () => {
    opened ??= open();
    return opened;
  };
  const open = async () => {
    const url = await findRunningServer(dataFolder);
    if (url === undefined) throw new Error('no database runs');
    const urls = await bringToPresent(url, readPasswords(dataFolder));
    const config = readConfig({ ...environment, RAMED_LOG: 'silent' });
    const house = openHouse(config, urls, { name: 'eyes', connections: 2 });
    return { house, owner: openDatabase(urls.owner, { connections: 1, name: 'ramed-eyes' }) };
  };
  return {
    owner: async () => (await eyes()).owner,
    async report(): Promise<BatchReport | undefined> {
      if (opened === undefined && readParts(dataFolder)?.parts.worker === undefined) return undefined;
      try {
        const { house } = await eyes();
        const actor = systemActor('eyes');
        const { batches } = expectDone(await house.desk.ask(recentBatches, { limit: 1 }, { actor }), 'recent-batches');
        return batches[0] && (await reportOnBatch(house, batches[0].id));
      } catch (error) {
        if (!isOutage(error)) throw error;
        return undefined;
      }
    },
    async close() {
      const open = await opened?.catch(() => undefined);
      await open?.house.close();
      await open?.owner.close();
    },
  };
}

async function untilAtRest(look: () => Promise<BatchReport | undefined>): Promise<BatchReport> {
  const patience = performance.now() + PATIENCE_MS;
  let report: BatchReport | undefined;
  for (let quiet = 0; quiet < 2; ) {
    if (performance.now() > patience) throw new Error(`not at rest: ${JSON.stringify(report)}`);
    await wait(300);
    report = await look();
    quiet = report && report.moving === 0 && report.waiting === 0 ? quiet + 1 : 0;
  }
  if (!report) throw new Error('there is no batch');
  return report;
}

function readParts(dataFolder: string): RunningSystem | undefined {
  try {
    return JSON.parse(readFileSync(join(dataFolder, 'system.json'), 'utf8')) as RunningSystem;
  } catch {
    return undefined;
  }
}

function kill(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

async function untilGone(pids: readonly (number | undefined)[]): Promise<void> {
  const patience = performance.now() + 30_000;
  for (const pid of pids) {
    while (pid !== undefined && isAlive(pid)) {
      if (performance.now() > patience) throw new Error(`process ${pid} is still there`);
      await wait(50);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
