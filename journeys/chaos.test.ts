import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { batchWriter } from '#modules/applications';
import { ProvinceCode } from '#modules/territory';
import { writePopulation } from '../modules/applications/testing/population/index.ts';
import type { PartnerName } from '../partners/agreements.ts';
import type { Switches } from '../partners/protocol.ts';
import type { BatchReport } from '../surfaces/cli/batch-report.ts';
import { type Census, findFaults, takeCensus } from './census.ts';
import { openBadLine } from './network-line.ts';
import { type Running, type SystemUnderTest, systemUnderTest, type Victim } from './system-driver.ts';

/**
 * The main job under rough treatment, on the real processes: whatever is killed, cut or silent, and whenever, the end is that of a quiet
 * run. RAMED_CHAOS_RUNS=20 tries longer, and each run of the checks takes other moments, RAMED_CHAOS_SEED=… repeats what a failure has printed.
 */
const RUNS = Number(process.env.RAMED_CHAOS_RUNS ?? 1);
const SEED = Number(process.env.RAMED_CHAOS_SEED ?? randomInt(1_000_000));
const KILLS = 4;
const PATIENCE_MS = 180_000;

const folder = mkdtempSync(join(tmpdir(), 'ramed-chaos-files-'));
const file = join(folder, 'families.xml');
const empty = join(folder, 'nobody.ndjson');
const opened: SystemUnderTest[] = [];
let quiet: { totals: Totals; census: Census; tookMs: number };

beforeAll(async () => {
  const options = { province: ProvinceCode.parse('05.081'), filedFrom: '2022-09-05', filedTo: '2022-11-25' } as const;
  await writePopulation({ ...options, households: 150, seed: 'chaos', errors: 'usual', file, format: 'xml' });
  const writer = batchWriter('ndjson');
  writeFileSync(empty, writer.header({ sender: 'NOBODY', reference: 'NONE', created_on: '2026-11-02' }) + writer.footer());
  quiet = await runQuietly();
}, PATIENCE_MS);

afterEach(() => Promise.all(opened.splice(0).map((system) => system.close())), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('whatever is killed, at whatever moment, the file comes to the same end', () => {
  test.each(Array.from({ length: RUNS }, (_, run) => SEED + run))(
    'seed %i: the totals are those of a quiet run, nothing is there twice, and the journal holds',
    async (seed) => {
      const system = open();
      const story: string[] = [];
      try {
        await disturb(system, seededRandom(seed), story);
        await expectQuietEnd(system);
      } catch (cause) {
        const told = `RAMED_CHAOS_SEED=${seed} RAMED_CHAOS_RUNS=1: ${story.join(', ')}`;
        throw new Error(`${told}\n${system.told()}`, { cause });
      }
    },
    PATIENCE_MS,
  );
});

/** What befalls each register in the middle of a run. */
const badDays = {
  dgsn: { mode: 'slow', latency_ms: 2_000 },
  cnss: { mode: 'down' },
  cnops: { mode: 'nonsense' },
  insurers: { mode: 'half' },
} as const satisfies Partial<Record<PartnerName, Switches>>;

describe('partners away for a part of the run', () => {
  test(
    'registers slow, down, raving or cut short, a bad line to the bank, a server killed meanwhile: waited for, and the totals are the same',
    async () => {
      const system = open();
      await expectEnd(system.ramed('process', empty));
      const line = await openBadLine(system.port);
      try {
        const running = system.start({ RAMED_BANK_GATEWAY_URL: `${line.url}/gateway/v1/bank/payments` });
        await running.says('Ctrl-C stops everything');
        for (const [name, wanted] of badDaysOf()) await system.switchPartner(name, wanted);
        line.fail('before-delivery', 3);
        line.fail('before-answer', 5);
        const processing = system.ramed('process', file);
        await Promise.all(badDaysOf().map(([name]) => missAndBring(system, name)));
        await until(() => line.failed()['before-answer'] > 0, 'the bank never announced a payment');
        system.kill('server');
        await processing.ended;
        await expectQuietEnd(system);
        expect(line.failed()).toEqual({ 'before-delivery': 3, 'before-answer': 5 });
      } finally {
        await line.close();
      }
    },
    PATIENCE_MS,
  );
});

function badDaysOf() {
  return Object.entries(badDays) as [keyof typeof badDays, Switches][];
}

function open(): SystemUnderTest {
  const system = systemUnderTest();
  opened.push(system);
  return system;
}

async function runQuietly() {
  const system = open();
  const running = system.ramed('process', '--json', file);
  await untilReceived(system, running);
  const begun = performance.now();
  const report = reportOf((await expectEnd(running)).told());
  const tookMs = performance.now() - begun;
  system.start();
  await system.atRest();
  const owner = await system.owner();
  expect(await findFaults(owner)).toEqual([]);
  return { totals: totalsOf(report), census: await takeCensus(owner), tookMs };
}

const victims: readonly (readonly Victim[])[] = [
  ['server'],
  ['worker'],
  ['database'],
  ['supervisor'],
  ['worker', 'database'],
  ['supervisor', 'database'],
];

/** Starts the file on its way, kills at random moments, and has the system started again as a person would. */
async function disturb(system: SystemUnderTest, random: () => number, story: string[]): Promise<void> {
  let running = system.ramed('process', '--json', file);
  await untilReceived(system, running);
  const begun = performance.now();
  const moments = Array.from({ length: KILLS }, () => random() * quiet.tookMs * 1.5).sort((a, b) => a - b);
  for (const moment of moments) {
    const chosen = victims[Math.floor(random() * victims.length)] ?? [];
    await wait(Math.max(0, begun + moment - performance.now()));
    if (!isRunning(running)) break;
    const killed = chosen.filter((victim) => system.kill(victim));
    story.push(`${((performance.now() - begun) / 1000).toFixed(2)} s ${killed.join('+') || `no ${chosen.join('+')}`}`);
    if (!killed.includes('supervisor')) continue;
    await running.ended;
    running = system.start();
    await running.says('RAMED starts');
  }
  if (running.process.spawnargs.includes('process')) {
    await expectEnd(running);
    system.start();
  }
}

/** Ends a partner's bad day a third of a quiet run after the first question that it spoilt. */
async function missAndBring(system: SystemUnderTest, name: PartnerName): Promise<void> {
  await until(async () => ((await system.countersOf(name)).struck ?? 0) > 0, `${name} was never asked on its bad day`);
  await wait(quiet.tookMs / 3);
  await system.switchPartner(name, { mode: 'up' });
}

async function until(isSo: () => boolean | Promise<boolean>, complaint: string): Promise<void> {
  const patience = performance.now() + 90_000;
  while (!(await isSo())) {
    if (performance.now() > patience) throw new Error(complaint);
    await wait(50);
  }
}

async function expectQuietEnd(system: SystemUnderTest): Promise<void> {
  const report = await system.atRest();
  const owner = await system.owner();
  expect(totalsOf(report)).toEqual(quiet.totals);
  expect(await takeCensus(owner)).toEqual(quiet.census);
  expect(await findFaults(owner)).toEqual([]);
}

async function expectEnd(running: Running): Promise<Running> {
  const { code } = await running.ended;
  if (code !== 0) throw new Error(`ended with ${code}:\n${running.told()}`);
  return running;
}

async function untilReceived(system: SystemUnderTest, running: Running): Promise<void> {
  while ((await system.report()) === undefined) {
    if (!isRunning(running)) throw new Error(`ended before it received the file:\n${running.told()}`);
    await wait(20);
  }
}

function isRunning({ process: command }: Running): boolean {
  return command.exitCode === null && command.signalCode === null;
}

/** All that a run comes to; how it stood on the way is not part of it. */
type Totals = Omit<BatchReport, 'silent' | 'moving' | 'waiting'>;

function totalsOf({ silent: _silent, moving: _moving, waiting: _waiting, ...totals }: BatchReport): Totals {
  return totals;
}

function reportOf(told: string): BatchReport {
  return JSON.parse(told.split('\n').findLast((line) => line.startsWith('{')) ?? 'null') as BatchReport;
}

/** mulberry32: numbers in [0, 1), the same after the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
