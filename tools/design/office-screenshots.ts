import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../journeys/browser.ts';
import { openExamples, showExample } from '../../surfaces/office/testing/office-browser.ts';
import { serveOffice } from '../../surfaces/office/testing/serve-office.ts';

/** `node --import tsx tools/design/office-screenshots.ts FOLDER [part of names]`: the office's examples in Arabic and French, to be looked at. */
const [folder = '.data/screenshots', wanted = ''] = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
const [browser, site] = [await openBrowser(), await serveOffice()];
for (const width of [1366, 1024]) {
  const page = await browser.newPage({ viewport: { width, height: 768 } });
  for (const name of await openExamples(page, site.origin)) {
    if (!name.includes(wanted)) continue;
    for (const language of ['ar', 'fr'] as const) {
      await showExample(page, name, language);
      await page.screenshot({ path: join(folder, `${name}-${language}-${width}.png`) });
    }
  }
}
await browser.close();
await site.close();
