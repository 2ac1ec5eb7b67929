import { existsSync, readFileSync } from 'node:fs';

/** What a run of the tests came to. `failures` are ready to print; `slowest` are the files that took longest, in seconds. */
export type TestReport = {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
  readonly slowest: readonly { readonly file: string; readonly seconds: number }[];
};

const SLOWEST = 5;

type Assertion = { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] | null };
type TestFile = {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly assertionResults: readonly Assertion[];
};

/**
 * Reads vitest's JSON report. A skipped test counts as failed: it proves nothing. So does a file that could not be read, and an error
 * outside every test.
 */
export function readTestReport(file: string, run: { readonly code: number; readonly output: string }): TestReport {
  if (!existsSync(file)) return { passed: 0, failed: 1, failures: [run.output], slowest: [] };
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as { readonly testResults: readonly TestFile[] };
  const all = testResults.flatMap((testFile) => testFile.assertionResults);
  const passed = all.filter(({ status }) => status === 'passed').length;
  const failures = testResults.flatMap(failuresOf);
  if (failures.length === 0 && run.code !== 0) failures.push(`an error outside every test\n${run.output}`);
  return { passed, failed: failures.length, failures, slowest: slowestOf(testResults) };
}

function slowestOf(files: readonly TestFile[]): TestReport['slowest'] {
  return files
    .map(({ name, startTime, endTime }) => ({ file: name, seconds: (endTime - startTime) / 1000 }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST);
}

function failuresOf({ name, status, message, assertionResults }: TestFile): readonly string[] {
  const failed = assertionResults.filter((assertion) => assertion.status !== 'passed');
  if (failed.length === 0) return status === 'passed' ? [] : [`${name}\n  ${message || 'could not be run'}`];
  return failed.map(({ fullName, status: outcome, failureMessages }) => {
    const why =
      outcome === 'failed' ? (failureMessages ?? []).join('\n') : `${outcome}: a test that does not run counts as failed`;
    return `${name}\n  ${fullName}\n${why}`;
  });
}
