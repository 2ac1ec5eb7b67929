import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// `npm run bench [name…] [--quick]`: each benchmark alone in a process of its own, one after the other. Fails when one finds that
// results are not equal; being slow is not a failure.
const benchmarks = [
  'scoring',
  'import',
  'rescoring',
  'chain',
  'portal',
  'names',
  'office',
  'sittings',
  'coverage-lists',
  'duplicates',
  'rights',
  'sweep',
  'cards',
  'snapshot',
] as const;

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('--'));
const names = words.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !(benchmarks as readonly string[]).includes(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}: there are ${benchmarks.join(', ')}\n`);
  process.exitCode = 2;
} else {
  const failed: string[] = [];
  for (const name of benchmarks.filter((name) => names.length === 0 || names.includes(name))) {
    if ((await exitCodeOf(name)) !== 0) failed.push(name);
    process.stdout.write('\n');
  }
  if (failed.length > 0) process.stderr.write(`Failed: ${failed.join(', ')}\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function exitCodeOf(name: string): Promise<number> {
  const script = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, script, ...options], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
