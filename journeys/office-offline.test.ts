import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { createApp } from '../surfaces/server/app.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';
import { countedKeys } from './counted-keys.ts';
import { enterOffice, unlockOffice } from './enter-office.ts';
import { typeFromPaper } from './paper-request.ts';

let browser: Browser;
let served: ServedHouse;
let context: BrowserContext;
let page: Page;
let port: number;
let app: ServedHouse['app'];

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  ({ app } = served);
  port = Number(new URL(served.origin).port);
  context = await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await served?.close();
});

async function startServer(): Promise<void> {
  app = await createApp(served.house);
  await app.listen({ port, host: '127.0.0.1' });
}

async function filed(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications.application where sender = 'COUNTER'`.execute(served.owner.kysely);
  return rows[0]?.count ?? 0;
}

test('the server is stopped, the page is loaded again, a request is typed and filed, nobody signs out of it; the server is back, and has it once', async () => {
  await enterOffice(page, served.origin, 'hanane.azilal');
  await page.waitForFunction('navigator.serviceWorker.controller !== null');
  await app.close();

  await page.reload();
  await unlockOffice(page, 'Hanane');
  await page.getByText('Pas de réseau').waitFor();
  const keys = countedKeys(page);
  await keys.press('g');
  await keys.press('2');
  await page.getByRole('heading', { name: 'Demandes commencées' }).waitFor();
  await keys.press('Enter');
  await page.locator('[data-stop="birth birth_date"]').waitFor();
  await typeFromPaper(page, keys, 5);
  await keys.press('1');
  await keys.press('Control+Enter');
  await page.getByText('1 à envoyer').waitFor();
  expect(await filed()).toBe(0);

  await page.getByRole('button', { name: 'Quitter' }).click();
  await page.getByRole('alertdialog', { name: '1 envoi attend encore' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Verrouiller' }).click();
  await page.reload();
  await unlockOffice(page, 'Hanane');
  await page.getByText('1 à envoyer').click();
  await page.getByRole('rowheader', { name: 'Brahim Amezian' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await startServer();
  await page.keyboard.press('r');
  await page.getByText('Tout est envoyé. Dernier envoi').waitFor();
  await page.getByText(/2026 \d{4} \d{4}/).waitFor();
  expect(await filed()).toBe(1);
}, 120_000);

test('five wrong codes want the password', async () => {
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { name: 'Qui travaille ici' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hanane' }).click();
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await page.getByLabel('Code PIN').fill('111222');
    await page.keyboard.press('Enter');
    if (attempt < 5) await page.getByText(new RegExp(`Il reste ${5 - attempt} essai`)).waitFor();
  }
  await page.getByText('Cinq codes faux').waitFor();
  expect(await violationsOn(page)).toEqual([]);
});
