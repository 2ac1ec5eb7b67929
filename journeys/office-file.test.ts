import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { papersOnFile } from '#modules/documents';
import type { Declaration } from '#modules/eligibility';
import { expectDone } from '#platform/jobs';
import { aFamily } from '../surfaces/testing/families.ts';
import { checkRequests, fileOf, fileRequests, ownHand, settleUntil } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser, screens } from './browser.ts';
import { enterOffice } from './enter-office.ts';

let browser: Browser;
let served: ServedHouse;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  // The office is built for whoever first asks for it: on a busy machine longer than a browser waits for a page.
  await fetch(`${served.origin}/office/`);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

async function enter(login: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' })).newPage();
  await enterOffice(page, served.origin, login);
  return page;
}

/** Goes where a link within the office would lead. */
const goTo = (page: Page, path: string) =>
  page.evaluate(`history.pushState(null, '', '/office${path}'); dispatchEvent(new PopStateEvent('popstate'))`);

/** A photograph of 12 million points, as a telephone takes it: letters on paper, and the grain of the light. */
async function aPhotograph(page: Page): Promise<Buffer> {
  const encoded = await page.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(4000, 3000);
    const context = canvas.getContext('2d');
    context.fillStyle = '#eee8dd';
    context.fillRect(0, 0, 4000, 3000);
    context.fillStyle = '#222';
    context.font = '60px sans-serif';
    for (let line = 0; line < 40; line += 1) context.fillText('Certificat de résidence, ligne ' + line + ' '.repeat(3) + 'N° 12345'.repeat(8), 120, 100 + line * 70);
    const grain = context.getImageData(0, 0, 4000, 3000);
    let seed = 1;
    for (let at = 0; at < grain.data.length; at += 4) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      for (let channel = 0; channel < 3; channel += 1) grain.data[at + channel] += (seed >> 16) % 24;
    }
    context.putImageData(grain, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  })()`);
  return Buffer.from(String(encoded), 'base64');
}

test('a photograph is said to be a paper by a digit, turned, and comes onto the file small and grey', async () => {
  const [file = ''] = await fileRequests(served, { ...aFamily(), commune: '05.081.01.01' } as Declaration);
  const page = await enter('hanane.azilal');
  await goTo(page, `/papers/${file}`);
  await page.getByText('Aucune image à envoyer').waitFor();
  const photograph = await aPhotograph(page);
  expect(photograph.length).toBeGreaterThan(1_000_000);
  await page.locator('input[type=file]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photograph });
  await page.getByText('Image 1 sur 1').waitFor();
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('1');
  await page.keyboard.press('r');
  await page.keyboard.press('Control+Enter');
  await page.getByText('1 page gardée').waitFor();
  const pagesOf = async () =>
    expectDone(await served.ask(ownHand, papersOnFile, { owner: `application:${file}` }), 'papers').pages;
  await settleUntil(served, async () => (await pagesOf()).length > 0, 30);
  const [kept] = await pagesOf();
  expect(kept).toMatchObject({ kind: 'applicant-identity', mediaType: 'image/jpeg', scan: 'clean' });
  expect(kept?.addedBy).toMatch(/^agent:/);
  expect(kept?.bytes).toBeLessThanOrEqual(250 * 1024);
  const bytes = await served.house.papers.files.read(kept?.checksum ?? '');
  const size = await page.evaluate(
    `createImageBitmap(new Blob([Uint8Array.from(atob('${bytes?.toString('base64')}'), (letter) => letter.charCodeAt(0))])).then(({ width, height }) => [width, height])`,
  );
  const [width = 0, height = 0] = size as number[];
  expect(height).toBeGreaterThan(width);
  process.stdout.write(
    `a page of ${(photograph.length / 1024).toFixed(0)} KB was sent as ${((kept?.bytes ?? 0) / 1024).toFixed(0)} KB\n`,
  );
});

test('an officer settles a difference by keyboard, and the file is scored', async () => {
  const [file = ''] = await checkRequests(served, aFamily('poor', { magic: '91' }));
  expect((await fileOf(served, file)).state).toBe('discordant');
  const page = await enter('rachid.verification');
  await page.keyboard.press('g');
  await page.keyboard.press('4');
  await page.getByRole('heading', { name: 'Différences à régler' }).waitFor();
  await page.getByText('ZERWALI').first().waitFor();
  await page.keyboard.press('s');
  await page.getByLabel('Raison').focus();
  await page.keyboard.press('P');
  await page.keyboard.press('Control+Enter');
  await page.getByText('réglé et évalué').waitFor();
  expect((await fileOf(served, file)).state).toBe('scored');
});

test('a counter agent corrects an answer with the reason, sees it in the family and the history, and accepts the papers', async () => {
  const [file = ''] = await fileRequests(served, aFamily());
  const page = await enter('training.counter');
  await goTo(page, `/file/${file}`);
  await page.getByRole('button', { name: 'Accepter les pièces' }).waitFor();
  await page.keyboard.press('c');
  await page.getByLabel('Réponse à corriger').selectOption('members[0].birth_date');
  await page.getByLabel('Date de naissance').fill('5/6/1979');
  await page.getByLabel('Raison de la correction').fill('Lu sur la carte');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('2');
  await page.getByText('5 juin 1979').first().waitFor();
  await page.keyboard.press('6');
  await page.getByText('Lu sur la carte').waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Accepter les pièces' }).press('Enter');
  await settleUntil(served, async () => (await fileOf(served, file)).state !== 'filed', 30);
  const { declaration, passages } = await fileOf(served, file);
  expect(declaration.members[0]?.birth_date).toBe('1979-06-05');
  expect(passages.map(({ deed }) => deed)).toContain('accept-papers');
});
