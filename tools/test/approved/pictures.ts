import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';
import { openBrowser, screens } from '../../../journeys/browser.ts';
import { pageExamples } from '../../../surfaces/portal/pages/examples.ts';
import { serveExamples } from '../../design/serve-examples.ts';
import { differenceOf, toApprovable } from './compare-pictures.ts';

/** The pages whose look is reviewed like code, as a telephone shows them in the two official languages most people read. */
const approvedPages: readonly string[] = [
  'home',
  'follow-late',
  'follow-card-ready',
  'follow-find-errors',
  'score-refused',
  'verify-valid',
  'trial-near',
  'apply-tasks',
  'apply-name-errors',
  'apply-done',
  'complaint-subjects',
  'appeal-form',
];

const folder = join(projectRoot, 'docs/pictures/approved');
const differences = join(projectRoot, '.data/pictures');
const unknown = approvedPages.filter((page) => !pageExamples.some(({ name }) => name === page));
if (unknown.length > 0) throw new Error(`no such page example: ${unknown.join(', ')}`);

const found = await takePictures();
process.exitCode = process.argv.includes('--approve') ? approve() : compare();

/** Browser and fonts come with `npm ci`: the same pixels on every machine. */
async function takePictures(): Promise<ReadonlyMap<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  const [browser, site] = [await openBrowser(), await serveExamples()];
  const context = await browser.newContext({ viewport: screens.phone, javaScriptEnabled: false });
  const page = await context.newPage();
  for (const name of approvedPages)
    for (const language of ['ar', 'fr']) {
      await page.goto(`${site.origin}/example/${language}/${name}`);
      pictures.set(`${name}-${language}.png`, toApprovable(await page.screenshot({ fullPage: true })));
    }
  await browser.close();
  await site.close();
  return pictures;
}

/** Pictures in which nobody would see a difference are left as they are. */
function approve(): number {
  mkdirSync(folder, { recursive: true });
  for (const file of approvedFiles().filter((file) => !found.has(file))) rmSync(join(folder, file));
  const renewed = [...found].filter(([file, picture]) => faultOf(file, picture) !== undefined);
  for (const [file, picture] of renewed) writeFileSync(join(folder, file), picture);
  process.stdout.write(`docs/pictures/approved: ${renewed.length} of ${found.size} pictures written\n`);
  return 0;
}

function compare(): number {
  const forgotten = approvedFiles().filter((file) => !found.has(file));
  const faults = [
    ...forgotten.map((file) => `${file}: of no page any more`),
    ...[...found].flatMap(([file, picture]) => faultOf(file, picture) ?? []),
  ];
  if (faults.length === 0) return 0;
  process.stdout.write('Pages do not look as approved. Look at them, then `npm test -- pictures --approve`.\n');
  process.stdout.write(`${faults.join('\n')}\n`);
  return 1;
}

function faultOf(file: string, picture: Buffer): string | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return `${file}: not approved yet`;
  const difference = differenceOf(readFileSync(path), picture);
  if (!difference) return undefined;
  mkdirSync(differences, { recursive: true });
  writeFileSync(join(differences, file), picture);
  if (difference.picture) writeFileSync(join(differences, file.replace('.png', '.difference.png')), difference.picture);
  return `${file}: ${difference.what}, see .data/pictures`;
}

function approvedFiles(): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
