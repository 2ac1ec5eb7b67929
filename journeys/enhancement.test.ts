import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Language, translator } from '#platform/i18n';
import { enhancements } from '../surfaces/portal/enhancement.ts';
import { serveExamples } from '../tools/design/serve-examples.ts';
import { openBrowser, screens } from './browser.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveExamples>>;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveExamples()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

beforeEach(async () => {
  await page?.context().close();
  const context = await browser.newContext({ viewport: screens.phone, permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  complaints.length = 0;
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});

test.each(enhancements())('the script $address is within 6 KB on the wire', ({ body }) => {
  expect(gzipSync(body).length).toBeLessThanOrEqual(6 * 1024);
});

describe('read aloud', () => {
  test.each(['ar', 'fr'] as const)(
    'in %s is offered with a voice, reads the sentence that matters and stops',
    async (language) => {
      await giveVoices(page, ['ar-SA', 'fr-FR']);
      await open('follow-card-ready', language);
      const button = page.getByRole('button', { name: translator(language)('portal.enhance.listen') });
      await button.click();
      const [first = '', ...rest] = await spoken();
      expect(first).toBe(await page.textContent('h1'));
      expect(rest).toHaveLength(await page.locator('.answer li').count());
      await page.getByRole('button', { name: translator(language)('portal.enhance.stop') }).click();
      expect(await page.evaluate('stopped')).toBe(2);
      expect(await button.isVisible()).toBe(true);
      expect(complaints).toEqual([]);
    },
  );

  test('reads what must be corrected first, then each question, and the hint of the first only', async () => {
    await giveVoices(page, ['fr-FR']);
    await open('follow-find-errors', 'fr');
    await page.getByRole('button', { name: 'Écouter' }).click();
    const say = translator('fr');
    expect(await spoken()).toEqual(
      ['error.number-wrong', 'error.birth-impossible', 'title', 'lead', 'number', 'number-hint', 'birth'].map((key) =>
        say(`portal.find.${key}`).replaceAll('\u00a0', ' '),
      ),
    );
  });

  test('reads each question of a page with the answers it may have, and a title in a question once', async () => {
    await giveVoices(page, ['ar-SA']);
    await open('apply-status', 'ar');
    await page.getByRole('button', { name: translator('ar')('portal.enhance.listen') }).click();
    const said = (await spoken()).join(' | ');
    for (const words of await page.locator('main legend, main .choice label').allTextContents())
      expect(said.split(words.replace(/\s+/g, ' ').trim()).length, words).toBeGreaterThan(1);
    expect(said.split((await page.textContent('h1')) ?? '')).toHaveLength(2);
  });

  test('reads a page of the guide whole, and the verdict on a card', async () => {
    await giveVoices(page, ['ar-SA']);
    await open('guide-emergency', 'ar');
    await page.getByRole('button', { name: translator('ar')('portal.enhance.listen') }).click();
    const guide = await spoken();
    expect(guide).toHaveLength(2 + (await page.locator('.prose h2, .prose h3, .prose p, .prose li').count()));
    expect(guide.length).toBeGreaterThan(8);
    await open('verify-forged', 'ar');
    await page.getByRole('button', { name: translator('ar')('portal.enhance.listen') }).click();
    expect(await spoken()).toContain(translator('ar')('design.verdict.forged'));
  });

  test.each([
    ['without any voice', 'fr', []],
    ['with voices of other languages only', 'ar', ['fr-FR', 'en-US']],
    ['in Tamazight, which no browser speaks', 'zgh', ['ar-SA', 'fr-FR']],
  ] as const)('is not offered %s', async (_case, language, voices) => {
    await giveVoices(page, voices);
    await open('follow-card-ready', language);
    expect(await page.getByRole('button', { name: translator(language)('portal.enhance.listen') }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test('the number of a request is copied, and handed on where the telephone can', async () => {
  await page.addInitScript('navigator.share = (what) => { window.shared = what; return Promise.resolve(); };');
  await open('follow-card-ready', 'fr');
  await page.getByRole('button', { name: 'Copier', exact: true }).click();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('201504127733');
  expect(await page.getByRole('button', { name: 'C’est copié' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Envoyer à quelqu’un' }).click();
  expect(await page.evaluate('shared')).toEqual({ text: 'RAMED 201504127733' });
});

describe('a form', () => {
  const posts: string[] = [];

  beforeEach(async () => {
    posts.length = 0;
    await page.route('**/fr/follow', async (route) => {
      posts.push(route.request().postData() ?? '');
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>next</title>' });
    });
    await open('follow-find', 'fr');
    await page.fill('[name=number]', '201504127733');
  });

  test('is sent once however often its button is pressed', async () => {
    await page.locator('main form button[type=submit]').dblclick();
    await page.waitForURL('**/fr/follow');
    expect(posts).toHaveLength(1);
  });

  test('waits with what was typed while there is no network, and goes when there is', async () => {
    await page.context().setOffline(true);
    await page.click('main form button[type=submit]');
    expect(await page.textContent('[role=alert]')).toBe(translator('fr')('portal.enhance.offline'));
    expect(await page.inputValue('[name=number]')).toBe('201504127733');
    await page.context().setOffline(false);
    await page.waitForFunction('!document.querySelector("[role=alert]")');
    await page.click('main form button[type=submit]');
    await page.waitForURL('**/fr/follow');
    expect(posts).toHaveLength(1);
    expect(posts[0]).toContain('number=201504127733');
  });

  test('keeps nothing on the device', async () => {
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);
  });
});

test('without script the page is the one the server sent, with nothing that needs it', async () => {
  const plain = await (await browser.newContext({ viewport: screens.phone, javaScriptEnabled: false })).newPage();
  const asked: string[] = [];
  plain.on('request', (request) => asked.push(request.resourceType()));
  await plain.goto(`${site.origin}/example/fr/follow-find`);
  expect(asked).not.toContain('script');
  expect(await plain.locator('button').allTextContents()).toEqual([translator('fr')('portal.find.button')]);
  await plain.context().close();
});

async function open(name: string, language: Language): Promise<void> {
  await page.goto(`${site.origin}/example/${language}/${name}`);
}

function spoken(): Promise<string[]> {
  return page.evaluate('spoken');
}

/** A browser for tests has no voice: these say nothing and note what they were given. */
async function giveVoices(page: Page, languages: readonly string[]): Promise<void> {
  await page.addInitScript(`
    window.spoken = []; window.stopped = 0;
    const voices = ${JSON.stringify(languages)}.map((lang) => ({ lang, name: lang }));
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => voices, cancel: () => { stopped += 1; }, speak: ({ text }) => { spoken.push(text); }, addEventListener: () => {},
    } });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  `);
}
