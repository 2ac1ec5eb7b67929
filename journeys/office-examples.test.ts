import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openExamples, showExample } from '../surfaces/office/testing/office-browser.ts';
import { serveOffice } from '../surfaces/office/testing/serve-office.ts';
import { violationsOn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { pressTab, probesForTheBrowser } from './inspector.ts';

const complaints: string[] = [];
let browser: Browser;
let page: Page;
let devtools: CDPSession;
let site: Awaited<ReturnType<typeof serveOffice>>;
let names: readonly string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveOffice()]);
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  page = await context.newPage();
  devtools = await context.newCDPSession(page);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  names = await openExamples(page, site.origin);
  await page.evaluate(probesForTheBrowser());
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

/** Everything that is wrong with every example, a line each with its name: a failure tells it whole. */
async function faultsOfAll(language: 'fr' | 'ar' | 'zgh' | 'en', faultsOf: () => Promise<readonly string[]>): Promise<string> {
  const faults: string[] = [];
  for (const name of names) {
    complaints.length = 0;
    await showExample(page, name, language);
    const said = [...(await faultsOf()), ...(await tooWide()), ...complaints];
    faults.push(...said.map((fault) => `${name}: ${fault}`));
  }
  return faults.join('\n');
}

async function tooWide(): Promise<readonly string[]> {
  const width = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  return Number(width) > 0 ? [`${width} px wider than the screen`] : [];
}

test.each(['fr', 'ar'] as const)(
  'every state of every screen can be used by everyone, in %s, on the narrowest screen',
  async (language) => expect(await faultsOfAll(language, () => violationsOn(page))).toBe(''),
  240_000,
);

test.each(['zgh', 'en'] as const)(
  'every state of every screen is said whole and fits, in %s',
  async (language) => expect(await faultsOfAll(language, async () => [])).toBe(''),
  240_000,
);

/** Tab passes every control once, in the order of reading, each seen when the cursor is on it. */
async function walk(): Promise<readonly string[]> {
  // The example before left the cursor somewhere; from a field that has it the walk goes back to the top.
  await page.evaluate(`document.querySelector('.skip')?.focus()`);
  const stops = Number(await page.evaluate('probes.beginWalk()'));
  // Within a field of a date the cursor stops at the day, the month, the year and the calendar.
  const within = 3 * Number(await page.evaluate(`document.querySelectorAll('input[type=date]').length`));
  for (let stop = 0; stop < stops + within; stop += 1) {
    await pressTab(devtools, 'keyDown');
    await pressTab(devtools, 'keyUp');
  }
  return page.evaluate('probes.endWalk()');
}

test('every state of every screen is walked through by keyboard', async () => {
  expect(await faultsOfAll('fr', walk)).toBe('');
}, 240_000);

// The last of all: once a window has changed its size, dialogs with a field wait half a second for a keyboard on the screen.
test.each(['fr', 'ar'] as const)(
  'every state of every screen stands in one column on a telephone, in %s',
  async (language) => {
    await page.setViewportSize({ width: 360, height: 640 });
    try {
      expect(await faultsOfAll(language, async () => [])).toBe('');
    } finally {
      await page.setViewportSize({ width: 1024, height: 768 });
    }
  },
  240_000,
);
