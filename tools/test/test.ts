import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { projectRoot } from '#platform/config';
import { type Check, checks, isApproval, testsInto } from './checks.ts';
import { readTestReport } from './test-report.ts';

/**
 * `npm test`: every check of the house, two at a time, then all tests. Ends with `N passed, N failed`. Names choose some of them
 * (`npm test -- types tests`); `--approve` first writes the approved files anew, for review.
 */
const words = process.argv.slice(2);
const chosen = words.filter((word) => !word.startsWith('-'));
const totals = { passed: 0, failed: 0 };

if (words.includes('--approve'))
  for (const check of checks.filter((check) => isApproval(check) && isApproved(check))) await approve(check);
await runTwoAtATime(checks.filter(({ name }) => isChosen(name)));
if (isChosen('tests')) await runTests();

process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed === 0 ? 0 : 1;

function isChosen(name: string): boolean {
  return chosen.length === 0 || chosen.some((word) => name.includes(word));
}

/** `npm test -- pictures --approve` renews the pictures alone; words that name no approval leave all of them to be renewed. */
function isApproved({ name }: Check): boolean {
  return isChosen(name) || !checks.some((check) => isApproval(check) && isChosen(check.name));
}

async function approve(check: Check): Promise<void> {
  const { code, output } = await run({ ...check, args: [...check.args, '--approve'] });
  process.stdout.write(output);
  if (code !== 0) throw new Error(`${check.name} could not be written`);
}

/** The tests follow alone: they start servers and have time limits, which a compiler beside them would make them miss. */
async function runTwoAtATime(all: readonly Check[]): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, output, seconds } = await run(check);
      count(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
      say(check.name, code === 0 ? 'passed' : 'FAILED', seconds);
      if (code !== 0 || check.tells) process.stdout.write(`${indent(output)}\n`);
    }
  };
  await Promise.all([worker(), worker()]);
}

async function runTests(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ramed-tests-'));
  try {
    const report = join(folder, 'report.json');
    const ended = await run(testsInto(report));
    const { passed, failed, failures, slowest } = readTestReport(report, ended);
    count({ passed, failed });
    say('tests', failed === 0 ? `${passed} passed` : `${failed} FAILED of ${passed + failed}`, ended.seconds);
    for (const { file, seconds } of slowest) say(`  ${relative(projectRoot, file)}`, '', seconds);
    for (const failure of failures) process.stdout.write(`\n${indent(failure)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Ended = { readonly code: number; readonly output: string; readonly seconds: number };

function run({ args }: Check): Promise<Ended> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({
        code: code ?? 1,
        output: Buffer.concat(chunks).toString('utf8').trimEnd(),
        seconds: (performance.now() - started) / 1000,
      }),
    );
  });
}

function count({ passed, failed }: { passed: number; failed: number }): void {
  totals.passed += passed;
  totals.failed += failed;
}

function say(name: string, outcome: string, seconds: number): void {
  process.stdout.write(`${`${name.padEnd(26)}${outcome}`.padEnd(72)}${seconds.toFixed(1).padStart(7)} s\n`);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
