import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, screens } from '../../journeys/browser.ts';
import { pageExamples } from '../../surfaces/portal/pages/examples.ts';
import { serveExamples } from './serve-examples.ts';

/** `node --import tsx tools/design/screenshots.ts FOLDER [languages] [names]`: pictures of the page examples, to be looked at. */
const [folder = '.data/screenshots', languages = 'ar,fr', names] = process.argv.slice(2);
const wanted = names?.split(',');

mkdirSync(folder, { recursive: true });
const [browser, site] = [await openBrowser(), await serveExamples()];
for (const [screen, viewport] of Object.entries(screens)) {
  const page = await browser.newPage({ viewport });
  for (const language of languages.split(',')) {
    for (const { name } of pageExamples.filter((example) => !wanted || wanted.includes(example.name))) {
      await page.goto(`${site.origin}/example/${language}/${name}`);
      await page.screenshot({ path: join(folder, `${name}-${language}-${screen}.png`), fullPage: true });
    }
  }
}
await browser.close();
await site.close();
