import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { builtOffice } from '../surfaces/office/build/build-office.ts';
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
  // A browser waits half a minute for a page; a busy machine may take longer to make the office the first time.
  [browser, served] = await Promise.all([openBrowser(), openServedHouse(), builtOffice()]);
  ({ app } = served);
  port = Number(new URL(served.origin).port);
  context = await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' });
  page = await context.newPage();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await served?.close();
});

/** The server of before, or one that carries a newer office: another name in its service worker. */
async function startServer({ isNewer = false } = {}): Promise<void> {
  app = await createApp(served.house);
  if (isNewer)
    app.addHook('preHandler', async (request, reply) => {
      if (request.url !== '/office/service-worker.js') return;
      const { folder, version } = await builtOffice();
      const script = readFileSync(join(folder, 'service-worker.js'), 'utf8');
      return reply.type('text/javascript').send(script.replaceAll(version, `${version}-newer`));
    });
  await app.listen({ port, host: '127.0.0.1' });
}

async function filed(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications.application where sender = 'COUNTER'`.execute(served.owner.kysely);
  return rows[0]?.count ?? 0;
}

test('the server is stopped, the page is loaded again, a request is typed and filed, nobody signs out of it; the server is back, and has it once', async () => {
  await enterOffice(page, served.origin, 'hanane.azilal');
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null'), { timeout: 30_000 }).toBe(true);
  await page.locator('.line-open').waitFor();
  await app.close();
  await page.keyboard.press('g');
  await page.keyboard.press('2');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await page.locator('.line-closed').waitFor();

  await page.reload();
  await unlockOffice(page, 'Hanane');
  await page.locator('.line-closed').waitFor();
  await fileFromPaper();
  await page.getByText('1 à envoyer').waitFor();
  expect(await filed()).toBe(0);
  await photographPaper();
  await page.getByText('2 à envoyer').waitFor();

  await page.getByRole('button', { name: 'Quitter' }).click();
  await page.getByRole('alertdialog', { name: '2 envois attendent encore' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Verrouiller' }).click();
  await page.reload();
  await unlockOffice(page, 'Hanane');
  await page.getByText('2 à envoyer').click();
  await page.getByRole('rowheader', { name: 'Brahim Amezian' }).first().waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await startServer();
  await page.keyboard.press('r');
  await page.getByText('Tout est envoyé. Dernier envoi').waitFor();
  await page.getByText(/2026 \d{4} \d{4}/).waitFor();
  expect(await filed()).toBe(1);
  expect(await kindsOnFile()).toEqual(['applicant-identity']);
});

/** The papers of a request that has no number yet are taken while the family stands there. */
async function photographPaper(): Promise<void> {
  await page.getByRole('heading', { name: /Brahim Amezian/ }).waitFor();
  await page.keyboard.press('d');
  await page.getByText('ses pièces partiront juste après elle').waitFor();
  const shot = await page.screenshot();
  await page.locator('input[type=file]').setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: shot });
  await page.getByText('Image 1 sur 1').waitFor();
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await page.getByText('1 page gardée').waitFor();
}

async function kindsOnFile(): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string }>`
    select kind from documents.page where owner like 'application:%'`.execute(served.owner.kysely);
  return rows.map(({ kind }) => kind);
}

async function fileFromPaper(): Promise<void> {
  const keys = countedKeys(page);
  await keys.press('g');
  await keys.press('2');
  await page.getByRole('heading', { name: 'Demandes commencées' }).waitFor();
  await keys.press('Enter');
  await page.locator('[data-stop="birth birth_date"]').waitFor();
  await typeFromPaper(page, keys, 5);
  await keys.press('1');
  await keys.press('Control+Enter');
}

test('a request that is refused once the line is back opens again as it was typed, and is filed in its place', async () => {
  await app.close();
  await fileFromPaper();
  await page.getByText('1 à envoyer').click();
  await startServer();
  await page.keyboard.press('r');
  await page.getByText('refusé').waitFor();
  await page.getByRole('link', { name: 'Corriger' }).click();
  const card = page.locator('input[data-stop="birth cnie"]');
  await card.waitFor();
  expect(await card.inputValue()).toBe('IC482913');
  await card.fill('IC482915');
  await page.locator('input[data-stop="identity/2 cnie"]').fill('IC482916');
  await page.keyboard.press('Control+Enter');
  await page.getByText('La demande de Brahim Amezian est déposée').waitFor();
  expect(await filed()).toBe(2);
  await page.getByText('Tout est envoyé').click();
  await page.getByText('Tout est envoyé. Dernier envoi').waitFor();
});

test('a newer office interrupts nothing that is typed, and is there after the lock', async () => {
  await app.close();
  await startServer({ isNewer: true });
  const keys = countedKeys(page);
  await keys.press('g');
  await keys.press('2');
  await page.getByRole('heading', { name: 'Demandes commencées' }).waitFor();
  await keys.press('Enter');
  await page.locator('[data-stop="birth birth_date"]').waitFor();
  await keys.type('14021980');
  await page.evaluate('navigator.serviceWorker.getRegistration("/office/").then((registration) => registration.update())');
  await page.getByText('Nouvelle version prête').waitFor();
  expect(await page.locator('[data-stop="birth birth_date"]').first().isVisible()).toBe(true);
  expect(await page.evaluate('caches.keys()')).toHaveLength(2);
  await page.keyboard.press('Control+l');
  const caches = () => page.evaluate('caches.keys().then((names) => names.length === 1 && names[0].endsWith("-newer"))');
  await expect.poll(caches, { timeout: 30_000 }).toBe(true);
  await unlockOffice(page, 'Hanane');
  expect(await page.getByText('Nouvelle version prête').count()).toBe(0);
});

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

test('the door is for everyone, in Arabic too', async () => {
  await page.reload();
  await page.getByLabel('Langue').selectOption('ar');
  await page.getByRole('heading', { name: 'من يعمل هنا؟' }).waitFor();
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'حنان' }).press('Enter');
  await page.getByLabel('الرمز السري').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'الدخول بكلمة المرور' }).press('Enter');
  await page.getByRole('textbox').first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
});
