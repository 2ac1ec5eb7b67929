import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { componentExamples } from '#design/components/examples.ts';
import { pageExamples } from '../surfaces/portal/pages/examples.ts';
import { serveExamples } from '../tools/design/serve-examples.ts';
import { openBrowser, screens } from './browser.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const complaints: string[] = [];
let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serveExamples>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveExamples()]);
  page = await (await browser.newContext({ viewport: screens.phone })).newPage();
  page.on('console', (message) => complaints.push(message.text()));
});

afterAll(async () => {
  await Promise.all([browser?.close(), site?.close()]);
});

describe.each(['ar', 'fr'])('in %s', (language) => {
  const addresses = [
    ...pageExamples.map(({ name }) => ({ name, address: `/example/${language}/${name}` })),
    ...componentExamples.map(({ component }) => ({
      name: component,
      address: `/gallery?language=${language}&component=${component}`,
    })),
  ];

  test.each(addresses)('$name can be used by everyone, on a phone, without scrolling sideways', async ({ address }) => {
    complaints.length = 0;
    await page.goto(site.origin + address);
    // Our pages have no frames, which is all that the slower mode is for.
    const { violations } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(complaints).toEqual([]);
  });
});

test('a page in Arabic or French loads no font, a page in Tamazight one at most', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const language of ['ar', 'fr']) await page.goto(`${site.origin}/example/${language}/home`);
  expect(asked.filter((path) => path.endsWith('.woff2'))).toEqual([]);
  await page.goto(`${site.origin}/example/zgh/home`);
  expect(asked.filter((path) => path.endsWith('.woff2')).length).toBeLessThanOrEqual(1);
});

test.each(['follow-card-ready', 'score-refused', 'verify-valid'])('%s prints on one sheet of A4', async (name) => {
  await page.goto(`${site.origin}/example/ar/${name}`);
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});
