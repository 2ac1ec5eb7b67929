import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '#platform/i18n';
import { aFamily } from '../surfaces/testing/families.ts';
import { admit, fileOf } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser, screens } from './browser.ts';
import { expectGoodPage, fieldsOfBirth, goOn, type ReaderAt, sendForm } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
const families = { ar: aFamily('not eligible'), fr: aFamily('not eligible') };
const numbers = { ar: '', fr: '' };

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  const [first = '', second = ''] = await admit(served, families.ar, families.fr);
  numbers.ar = (await fileOf(served, first)).number;
  numbers.fr = (await fileOf(served, second)).number;
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** A telephone that runs no script and that nobody has used before. */
async function telephone(): Promise<Page> {
  return (await browser.newContext({ viewport: screens.phone, javaScriptEnabled: false })).newPage();
}

describe.each(['ar', 'fr'] as const)('without script, on a telephone, in %s', (language) => {
  const say = translator(language);
  const reader: ReaderAt = [language, 'phone'];
  const at = (path: string) => `${served.origin}/${language}${path}`;
  const heading = (page: Page) => page.textContent('h1');
  const toPage = (page: Page, path: string) => goOn(page, `main a[href="/${language}${path}"]`);

  test('who has no number of a request complains from the first page, and follows it from another telephone', async () => {
    const page = await telephone();
    await page.goto(at(''));
    await toPage(page, '/complaint');
    expect(await heading(page)).toBe(say('portal.complaints.subjects.title'));
    await toPage(page, '/complaint/tell?subject=card-not-delivered');
    await page.selectOption('[name=province]', '05.081');
    await sendForm(page, { words: 'Rien depuis mai.' });
    expect(await heading(page)).toBe(say('portal.complaints.headline.received'));
    const number = page.url().split('/').at(-1) ?? '';
    const facts = (await page.locator('main .code').allTextContents()).map((text) => text.replace(/\D/g, ''));
    const code = facts.find((digits) => digits.length === 8) ?? '';
    await page.context().close();

    const other = await telephone();
    await other.goto(at('/complaint/follow'));
    await sendForm(other, { number, code });
    expect(await heading(other)).toBe(say('portal.complaints.headline.received'));
    expect(await other.textContent('main')).toContain('Rien depuis mai.');
    await other.context().close();
  });

  test('a refused family complains and contests from the page of its request, and finds both there', async () => {
    const page = await telephone();
    const number = numbers[language];
    await page.goto(at('/follow'));
    await sendForm(page, { number, ...fieldsOfBirth(families[language].members[0]?.birth_date ?? '') });
    await toPage(page, `/complaint?request=${number}`);
    await toPage(page, `/complaint/tell?subject=data-error&request=${number}`);
    await sendForm(page, { words: 'Le prénom de ma fille.' });
    const complaint = page.url().split('/').at(-1) ?? '';
    await toPage(page, `/follow/${number}`);
    expect(await page.locator(`a[href="/${language}/complaint/${complaint}"]`).count()).toBe(1);
    await toPage(page, `/follow/${number}/appeal`);
    expect(await heading(page)).toBe(say('portal.appeals.form.title'));
    await page.click('.choice label >> nth=0');
    await sendForm(page, { words: 'Le tracteur est vendu.' });
    expect(await heading(page)).toBe(say('portal.appeals.headline.filed'));
    await toPage(page, `/follow/${number}`);
    expect(await page.textContent('main')).toContain(say('portal.appeals.see'));
    await page.context().close();
  });

  test('each page stands for everyone', async () => {
    const page = await (await browser.newContext({ viewport: screens.phone })).newPage();
    for (const path of ['/complaint', '/complaint/tell?subject=other', '/complaint/follow']) {
      await page.goto(at(path));
      await expectGoodPage(page, reader);
    }
    await page.context().close();
  });
});
