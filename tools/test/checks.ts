import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '#platform/config';

/** One thing that must hold: a program that ends with 0 when it does and says what is wrong when it does not. */
export type Check = {
  readonly name: string;
  readonly args: readonly string[];
  /** Whether what it prints is worth reading when all is well. */
  readonly tells?: boolean;
};

const TYPESCRIPT = ['--import', 'tsx', '--disable-warning=ExperimentalWarning', '--disable-warning=FSTDEP023'];

/** All but the tests, the longest first, since two run at a time. */
export const checks: readonly Check[] = [
  { name: 'types', args: [bin('typescript-native', 'tsc'), '--noEmit'] },
  { name: 'types of the script', args: [bin('typescript-native', 'tsc'), '--noEmit', '--project', 'surfaces/portal/enhance'] },
  {
    name: 'types of the verifier',
    args: [bin('typescript-native', 'tsc'), '--noEmit', '--project', 'surfaces/verifier/browser'],
  },
  { name: 'types of the office', args: [bin('typescript-native', 'tsc'), '--noEmit', '--project', 'surfaces/office'] },
  { name: 'types of the probes', args: [bin('typescript-native', 'tsc'), '--noEmit', '--project', 'journeys/probes'] },
  { name: 'approved schema', args: approval('schema') },
  { name: 'architecture', args: [...TYPESCRIPT, 'tools/architecture/check.ts'] },
  { name: 'unused code', args: [bin('knip', 'knip'), '--no-progress'] },
  { name: 'format and lint', args: [bin('@biomejs/biome', 'biome'), 'ci', '.', '--colors=off', '--max-diagnostics=100'] },
  { name: 'approved contract', args: approval('contract') },
  { name: 'approved permissions', args: approval('permissions') },
  { name: 'approved letters', args: approval('letters') },
  { name: 'approved minutes', args: approval('minutes') },
  { name: 'approved module picture', args: approval('modules') },
  { name: 'approved pictures', args: [...TYPESCRIPT, 'tools/test/approved/pictures.ts'] },
  { name: 'weight of pages', args: [...TYPESCRIPT, 'tools/design/weigh-pages.ts'], tells: true },
  { name: 'weight of the office', args: [...TYPESCRIPT, 'tools/design/weigh-office.ts'], tells: true },
  { name: 'styles', args: [bin('stylelint', 'stylelint'), 'design/**/*.css', 'surfaces/**/*.css'] },
];

export function testsInto(report: string): Check {
  return { name: 'tests', args: [bin('vitest', 'vitest'), 'run', '--reporter=json', `--outputFile=${report}`] };
}

export function isApproval({ args }: Check): boolean {
  return args.some((arg) => arg.startsWith('tools/test/approved/'));
}

function approval(name: string): readonly string[] {
  return [...TYPESCRIPT, 'tools/test/approved/approvals.ts', name];
}

/** The script behind a package's command, so that it runs on the project's own Node on every system. */
function bin(name: string, command: string): string {
  const file = join(projectRoot, 'node_modules', name, 'package.json');
  const { bin: listed } = JSON.parse(readFileSync(file, 'utf8')) as { bin: string | Record<string, string> };
  return join(dirname(file), typeof listed === 'string' ? listed : (listed[command] ?? ''));
}
