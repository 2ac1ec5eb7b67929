import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { languageCodes } from '#platform/i18n';
import { builtOffice } from '../../surfaces/office/build/build-office.ts';
import { faultsOfFirstLoad, weighFirstLoad } from '../../surfaces/office/testing/weigh-first-load.ts';

/** Builds the office and weighs it as it travels: what the first load costs in each language, and each part of its script. */
const KB = 1024;
const PART = 80 * KB;
const READABLE = 15 * KB;

const { folder } = await builtOffice();
const loads = languageCodes.map((language) => ({ language, ...weighFirstLoad(folder, language) }));
const parts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js.br'));
const page = readFileSync(join(folder, 'index.html'));
const faults = [
  ...loads.flatMap((load) => faultsOfFirstLoad(load).map((fault) => `${load.language}: ${fault}`)),
  ...parts.filter((name) => sizeOf(name) > PART).map((name) => `${name}: ${kb(sizeOf(name))}, at most ${kb(PART)}`),
  ...(page.length < READABLE && page.includes("L'application du guichet s'ouvre")
    ? []
    : ['no words can be read before the script']),
];
for (const { language, total, script, requests } of loads)
  process.stdout.write(`${language.padEnd(4)} first load ${kb(total)}, of it script ${kb(script)}, ${requests} requests\n`);
process.stdout.write(`${parts.length} parts, the largest ${kb(Math.max(...parts.map(sizeOf)))}\n`);
process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
process.exitCode = faults.length === 0 ? 0 : 1;

function sizeOf(name: string): number {
  return statSync(join(folder, 'assets', name)).size;
}

function kb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`;
}
