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
const broken = [
  ...Map.groupBy(imports, ({ rule }) => rule)
    .entries()
    .map(([rule, found]) => [rule, ...found.map(({ from, to }) => `  ${from} imports ${to}`)]),
  ...rules
    .map((rule) => ({ rule, faults: rule.faults(tree) }))
    .filter(({ faults }) => faults.length > 0)
    .map(({ rule, faults }) => [`${rule.name}: ${rule.why}`, ...faults.map(({ path, what }) => `  ${path}: ${what}`)]),
];
process.stdout.write(
  broken.length === 0 ? 'The house is in order.\n' : `${broken.map((lines) => lines.join('\n')).join('\n\n')}\n`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
