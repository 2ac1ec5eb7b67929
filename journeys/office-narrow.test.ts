import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openExamples, showExample } from '../surfaces/office/testing/office-browser.ts';
import { serveOffice } from '../surfaces/office/testing/serve-office.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveOffice>>;
let page: Page;

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveOffice()]);
  page = await browser.newPage({ viewport: screens.phone });
  await openExamples(page, site.origin);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const menu = () => page.locator('.menu-button');
const rail = () => page.locator('nav.rail ul');
const underCursor = () => page.evaluate('document.activeElement.getAttribute("aria-current") ?? document.activeElement.id');

describe.each(['fr', 'ar'] as const)('the office on a telephone, in %s', (language) => {
  test('keeps its parts behind a button, which says whether they are shown and gets the cursor back', async () => {
    await showExample(page, 'families', language);
    expect(await rail().isVisible()).toBe(false);
    const top = await page.locator('h1').boundingBox();
    await menu().press('Enter');
    expect(await menu().getAttribute('aria-expanded')).toBe('true');
    expect(await underCursor()).toBe('page');
    expect(await page.locator('h1').boundingBox(), 'the rail stands over the page and moves nothing').toEqual(top);
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await rail().isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement?.hasAttribute("aria-expanded")')).toBe(true);
  });

  test('folds its parts once one is chosen, by a shortcut too, or once something else is pressed', async () => {
    await showExample(page, 'families', language);
    await menu().click();
    await page.locator('nav.rail a[aria-current]').click();
    expect([await rail().isVisible(), await underCursor()]).toEqual([false, 'screen']);
    await menu().click();
    await page.locator('.strip .who').click();
    expect(await rail().isVisible()).toBe(false);
    await menu().click();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await rail().waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/office/rights');
  });

  test('lets a table that is too wide be reached, with its name, and moved by arrows', async () => {
    await showExample(page, 'agreements', language);
    const box = page.locator('.table-scroll');
    expect(await box.getAttribute('aria-label')).toBe(await box.locator('table').getAttribute('aria-label'));
    expect(await violationsOn(page)).toEqual([]);
    await box.focus();
    await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
    await expect.poll(() => box.evaluate((element) => Math.abs(element.scrollLeft))).toBeGreaterThan(0);
  });
});

test('a desk shows the parts at once and has no button for them, and its tables are no stops of Tab', async () => {
  await page.setViewportSize(screens.desk);
  await showExample(page, 'agreements', 'fr');
  expect([await rail().isVisible(), await menu().isVisible(), await page.locator('.table-scroll').count()]).toEqual([
    true,
    false,
    0,
  ]);
  await page.setViewportSize(screens.phone);
});
