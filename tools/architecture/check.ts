import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';
import { forbiddenImports } from './arrows.ts';
import { rules } from './rules.ts';
import { readTree } from './tree.ts';

/** Every rule of the house on the house itself: prints what breaks one, with the rule and its reason. */
const folders = ['modules', 'platform', 'law', 'design', 'surfaces', 'partners', 'benchmarks', 'journeys', 'tools'];
const tree = readTree(projectRoot);

const imports = await forbiddenImports(
  projectRoot,
  folders.filter((folder) => existsSync(join(projectRoot, folder))),
);
const lines = [
  ...imports.map(({ rule, from, to }) => `${from}\n    imports ${to} (${rule})`),
  ...rules.flatMap((rule) => rule.faults(tree).map(({ path, what }) => `${path}\n    ${what} (${rule.name}: ${rule.why})`)),
];
process.stdout.write(lines.length === 0 ? 'The house is in order.\n' : `${lines.join('\n')}\n`);
process.exitCode = lines.length === 0 ? 0 : 1;
