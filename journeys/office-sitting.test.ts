import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtOffice } from '../surfaces/office/build/build-office.ts';
import { createApp } from '../surfaces/server/app.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';
import { type Counted, countedKeys } from './counted-keys.ts';
import { enterOffice, unlockOffice } from './enter-office.ts';
import {
  booksOf,
  decideAll,
  decidedNow,
  enterRoom,
  forwardClock,
  openByKeyboard,
  prepareSitting,
  whereNow,
} from './sitting-driver.ts';

const READING_MS = 21_500;
const TEN_MINUTES = 600_000;
const arriving = { timeout: 30_000 };
const clock = forwardClock();
let browser: Browser;
let served: ServedHouse;
let app: ServedHouse['app'];

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse({ clock }), builtOffice()]);
  ({ app } = served);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await served?.close();
});

type Desk = { readonly context: BrowserContext; page: Page; keys: Counted };

/** A secretary's computer whose clock can be put forward together with the house's. */
async function sitDown(language: 'fr' | 'ar' = 'fr'): Promise<Desk> {
  const context = await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' });
  const page = await context.newPage();
  await page.clock.install({ time: Number(clock.now().epochMilliseconds) });
  await enterOffice(page, served.origin, 'naima.secretary');
  if (language === 'ar') await page.getByLabel('Langue').selectOption('ar');
  return { context, page, keys: countedKeys(page) };
}

/** Time passes for the commission and for the house; nobody waits for it. */
async function pass({ page }: Desk, milliseconds: number): Promise<void> {
  clock.forward(milliseconds);
  await page.clock.fastForward(milliseconds);
}

const stopServer = () => app.close();
async function startServer(): Promise<void> {
  app = await createApp(served.house);
  await app.listen({ port: Number(new URL(served.origin).port), host: '127.0.0.1' });
}

test.each([
  ['fr', '05.081.03.05'],
  ['ar', '05.081.03.07'],
] as const)(
  'by keyboard alone a commission decides 100 files, 70 in seven batches and 30 one by one, in %s',
  async (language, commune) => {
    const { sitting, proposals } = await prepareSitting(served, { commune, files: 100, alone: 30 });
    const desk = await sitDown(language);
    const began = Date.now();
    await openByKeyboard(desk.page, desk.keys, { sitting });
    const read = () => pass(desk, READING_MS);
    expect(await decideAll({ ...desk, of: 100, proposals, read })).toBe(100);
    const toolSeconds = (Date.now() - began) / 1_000 + 7 * (READING_MS / 1_000);
    await expect.poll(() => booksOf(served, sitting), arriving).toEqual({ standing: 100, files: 100, batches: 7 });
    const keysAFile = desk.keys.beyondText() / 100;
    process.stdout.write(
      `sitting of 100 in ${language}: ${keysAFile.toFixed(2)} keys a file, ${toolSeconds.toFixed(0)} s of tool time, reading of the batches counted in full\n`,
    );
    expect(keysAFile).toBeLessThanOrEqual(2.5);
    expect(toolSeconds).toBeLessThan(480);
    expect(await violationsOn(desk.page)).toEqual([]);
    await desk.context.close();
  },
  240_000,
);

test('the server is gone for ten minutes and the power at a file that nobody chose: the room opens where it was, and everything arrives once', async () => {
  const { sitting, proposals } = await prepareSitting(served, { commune: '05.081.05.01', files: 30, alone: 20 });
  const desk = await sitDown();
  await openByKeyboard(desk.page, desk.keys, { sitting });
  const cutAt = 11 + Math.floor(Math.random() * 12);
  process.stdout.write(`the power is cut at file ${cutAt} of 30\n`);
  await expect.poll(() => desk.page.evaluate('navigator.serviceWorker.controller !== null'), { timeout: 30_000 }).toBe(true);
  let isCut = false;
  const before = async (decided: number) => {
    if (decided === cutAt - 1) await stopServer();
    if (decided === cutAt) {
      isCut = true;
      throw new Error('the power is cut');
    }
  };
  await decideAll({ ...desk, of: 30, proposals, read: () => pass(desk, READING_MS), before }).catch((error) => {
    if (!isCut) throw error;
  });
  const { standing: arrived } = await booksOf(served, sitting);
  expect(arrived).toBeLessThan(cutAt);
  await desk.page.close();

  const began = Date.now();
  desk.page = await desk.context.newPage();
  desk.keys = countedKeys(desk.page);
  await desk.page.goto(`${served.origin}/office/my-work`);
  await unlockOffice(desk.page, 'Naïma');
  await desk.page
    .locator('.under-way', { hasText: `Séance en cours : ${cutAt}/30` })
    .getByRole('link')
    .press('Enter');
  await decidedNow(desk.page, cutAt, 30);
  expect(await whereNow(desk.page)).toEqual({ file: cutAt + 1 });
  expect(Date.now() - began).toBeLessThan(15_000);
  process.stdout.write(`reopened without a server at ${cutAt}/30 in ${((Date.now() - began) / 1_000).toFixed(1)} s\n`);

  clock.forward(TEN_MINUTES);
  expect(await decideAll({ ...desk, of: 30, proposals, read: async () => undefined }, cutAt)).toBe(30);
  expect((await booksOf(served, sitting)).standing).toBe(arrived);
  await startServer();
  await desk.page.evaluate(`dispatchEvent(new Event('online'))`);
  await expect.poll(() => booksOf(served, sitting), arriving).toMatchObject({ standing: 30, files: 30 });
  await desk.context.close();
});

test('two screens on one sitting: each sees what the other rules, and a file that both decide is decided once and told on both', async () => {
  const { sitting } = await prepareSitting(served, { commune: '05.081.05.05', files: 6, alone: 6 });
  const [one, other] = [await sitDown(), await sitDown()];
  await openByKeyboard(one.page, one.keys, { sitting });
  await enterRoom(other.page, other.keys, sitting);
  await decidedNow(other.page, 0, 6);
  await one.keys.press('j');
  await one.keys.press('1');
  await other.page.clock.fastForward(5_000);
  await decidedNow(other.page, 1, 6);

  await other.context.setOffline(true);
  await other.page.keyboard.press('b');
  await other.page.keyboard.press('n');
  await other.page.keyboard.press('j');
  await other.page.keyboard.press('2');
  await decidedNow(other.page, 2, 6);
  await one.keys.press('j');
  await one.keys.press('1');
  await expect.poll(() => booksOf(served, sitting), arriving).toMatchObject({ standing: 2 });
  await other.context.setOffline(false);
  await other.page.evaluate(`dispatchEvent(new Event('online'))`);
  await other.page.getByText('Dossier 2 : votre décision').waitFor();
  await other.page.getByText('Décision qui tient').waitFor();
  expect(await violationsOn(other.page)).toEqual([]);
  expect(await booksOf(served, sitting)).toMatchObject({ standing: 2, files: 2 });
});

test('a member leaves by one key, the quorum falls: files are read and not decided until somebody is back', async () => {
  const { sitting } = await prepareSitting(served, { commune: '05.081.05.07', files: 4, alone: 4 });
  const { page, keys } = await sitDown();
  await openByKeyboard(page, keys, { sitting, members: 3 });
  await keys.press('p');
  await keys.press('2');
  await page
    .getByText(/Manquent\s: /)
    .first()
    .waitFor();
  await keys.press('p');
  await keys.press('a');
  await page.getByRole('alert').filter({ hasText: 'On peut lire les dossiers, pas décider' }).waitFor();
  await keys.press('n');
  await expect.poll(() => whereNow(page), arriving).toEqual({ file: 2 });
  expect((await booksOf(served, sitting)).standing).toBe(0);
  await keys.press('p');
  await keys.press('2');
  await keys.press('p');
  await keys.press('j');
  await keys.press('1');
  await expect.poll(async () => (await booksOf(served, sitting)).standing, arriving).toBe(1);
});
