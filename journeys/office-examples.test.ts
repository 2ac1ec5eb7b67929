import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openExamples, showExample } from '../surfaces/office/testing/office-browser.ts';
import { serveOffice } from '../surfaces/office/testing/serve-office.ts';
import { violationsOn } from './axe.ts';
import { openBrowser } from './browser.ts';

const complaints: string[] = [];
let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serveOffice>>;
let names: readonly string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveOffice()]);
  page = await (await browser.newContext({ viewport: { width: 1024, height: 768 }, bypassCSP: true })).newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  names = await openExamples(page, site.origin);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

test.each(['fr', 'ar'] as const)(
  'every state of every screen can be used by everyone, in %s, on the narrowest screen',
  async (language) => {
    const faults: string[] = [];
    for (const name of names) {
      complaints.length = 0;
      await showExample(page, name, language);
      const wide = await page.evaluate(
        'document.documentElement.scrollWidth > innerWidth ? [document.documentElement.scrollWidth] : []',
      );
      const said = [...(await violationsOn(page)), ...(wide as number[]).map((width) => `is ${width} px wide`), ...complaints];
      faults.push(...said.map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
  240_000,
);

test('every screen of the rail has its examples', () => {
  expect(names.length).toBeGreaterThan(0);
});
