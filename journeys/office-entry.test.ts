import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtOffice } from '../surfaces/office/build/build-office.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser, screens } from './browser.ts';
import { countedKeys } from './counted-keys.ts';
import { enterOffice } from './enter-office.ts';
import { typeFromPaper } from './paper-request.ts';

let browser: Browser;
let served: ServedHouse;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse(), builtOffice()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

test('a family of five is typed from paper and filed with at most 130 keys beyond the text, and no mouse', async () => {
  const page = await (await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' })).newPage();
  await enterOffice(page, served.origin, 'hanane.azilal');
  let sent: { readonly answers: { readonly members: readonly { readonly relation: string }[] } } | undefined;
  page.on('request', (request) => {
    if (request.url().endsWith('/applications.file-at-counter')) sent = request.postDataJSON();
  });
  const keys = countedKeys(page);
  await keys.press('g');
  await keys.press('2');
  await page.getByRole('heading', { name: 'Demandes commencées' }).waitFor();
  await keys.press('Enter');
  await page.locator('[data-stop="birth birth_date"]').waitFor();
  await typeFromPaper(page, keys, 5);
  await keys.press('1');
  await keys.press('Control+Enter');
  await page.getByText('La demande de Brahim Amezian est déposée').waitFor();
  expect(keys.beyondText()).toBeLessThanOrEqual(130);
  expect(sent?.answers.members.map(({ relation }) => relation)).toEqual(['head', 'spouse', 'child', 'child', 'child']);
  process.stdout.write(`typed from paper: ${keys.beyondText()} keys beyond the text\n`);
});

test('while a window stands over the screen, the keys of the screen behind do nothing', async () => {
  const page = await (await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' })).newPage();
  await enterOffice(page, served.origin, 'hanane.azilal');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('2');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(page.url()).toContain('/my-work');
  await page.keyboard.press('g');
  await page.keyboard.press('2');
  await page.getByRole('heading', { name: 'Demandes commencées' }).waitFor();
});
