import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '#platform/config';
import { drawModules } from '../../architecture/draw-modules.ts';
import { describeContract } from './contract.ts';
import { describeLetters, describeMinutes } from './letters.ts';
import { describePermissions } from './permissions.ts';
import { describeSchema } from './schema.ts';

/** What the code says of itself, kept as reviewed files: a change of one of them is a decision that somebody saw. */
const approvals = {
  schema: { file: 'database/schema.approved.sql', describe: describeSchema },
  contract: { file: 'docs/openapi.approved.json', describe: describeContract },
  permissions: { file: 'docs/permissions.approved.md', describe: describePermissions },
  letters: { file: 'docs/letters.approved.md', describe: describeLetters },
  minutes: { file: 'docs/minutes.approved.md', describe: describeMinutes },
  modules: { file: 'docs/modules.svg', describe: async () => drawModules() },
} as const;

export type Approval = keyof typeof approvals;

export const approvalNames = Object.keys(approvals) as readonly Approval[];

const SHOWN = 40;

const [name, flag] = process.argv.slice(2);
if (name === undefined || !isApproval(name)) throw new Error(`name one of ${approvalNames.join(', ')}`);
process.exitCode = flag === '--approve' ? await approve(name) : await compare(name);

async function approve(name: Approval): Promise<number> {
  const { file, describe } = approvals[name];
  const path = join(projectRoot, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await describe());
  process.stdout.write(`${file} written\n`);
  return 0;
}

async function compare(name: Approval): Promise<number> {
  const { file, describe } = approvals[name];
  const path = join(projectRoot, file);
  const approved = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
  const found = await describe();
  if (found === approved) return 0;
  process.stdout.write(`${file} is not what the code says. Review the difference, then \`npm test -- --approve\`.\n`);
  process.stdout.write(`${differences(approved, found).join('\n')}\n`);
  return 1;
}

/** The lines of one text that the other lacks, in order: enough to see what changed, whole in the file's own history. */
function differences(approved: string, found: string): readonly string[] {
  const missing = (from: string, to: string, sign: string) => {
    const there = new Set(to.split('\n'));
    return from.split('\n').flatMap((line) => (there.has(line) ? [] : [`${sign} ${line}`]));
  };
  const lines = [...missing(approved, found, '-'), ...missing(found, approved, '+')];
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `… and ${lines.length - SHOWN} lines more`] : lines;
}

function isApproval(text: string): text is Approval {
  return Object.hasOwn(approvals, text);
}
