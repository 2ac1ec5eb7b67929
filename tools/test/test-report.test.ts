import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readTestReport } from './test-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'ramed-report-'));
const file = join(folder, 'report.json');

afterEach(() => rmSync(file, { force: true }));

function report(...testResults: readonly object[]): void {
  writeFileSync(
    file,
    JSON.stringify({ testResults: testResults.map((result) => ({ startTime: 0, endTime: 1_000, ...result })) }),
  );
}

const passed = { fullName: 'a family is scored', status: 'passed' };

test('a test that was skipped counts as failed', () => {
  report({
    name: 'score.test.ts',
    status: 'passed',
    assertionResults: [passed, { fullName: 'another waits', status: 'pending' }],
  });
  expect(readTestReport(file, { code: 0, output: '' })).toMatchObject({ passed: 1, failed: 1 });
});

test('a file that could not be read counts as failed', () => {
  report({ name: 'score.test.ts', status: 'failed', message: 'no such module', assertionResults: [] });
  expect(readTestReport(file, { code: 1, output: '' })).toMatchObject({ passed: 0, failed: 1 });
});

test('an error outside every test counts as failed, with what was printed', () => {
  report({ name: 'score.test.ts', status: 'passed', assertionResults: [passed] });
  const { failed, failures } = readTestReport(file, { code: 1, output: 'a promise was forgotten' });
  expect(failed).toBe(1);
  expect(failures[0]).toContain('a promise was forgotten');
});

test('a run that left no report has failed', () => {
  expect(readTestReport(file, { code: 1, output: 'out of memory' })).toEqual({
    passed: 0,
    failed: 1,
    failures: ['out of memory'],
    slowest: [],
  });
});

test('the files that took longest are named, the slowest first', () => {
  report(
    { name: 'quick.test.ts', status: 'passed', assertionResults: [passed] },
    { name: 'slow.test.ts', status: 'passed', assertionResults: [passed], endTime: 9_000 },
  );
  expect(readTestReport(file, { code: 0, output: '' }).slowest).toEqual([
    { file: 'slow.test.ts', seconds: 9 },
    { file: 'quick.test.ts', seconds: 1 },
  ]);
});
