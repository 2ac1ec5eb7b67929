import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAST_PASSWORD } from '#modules/staff';
import { translator } from '#platform/i18n';
import { aFamily } from '../surfaces/testing/families.ts';
import { checkRequests, fileOf } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser } from './browser.ts';
import { expectGoodPage, goOn, openPage, type ReaderAt, sendForm } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
const numbers = { here: '', elsewhere: '' };

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  const [here = ''] = await checkRequests(served, aFamily('poor'));
  const [elsewhere = ''] = await checkRequests(served, aFamily('poor', { at: 'beni mellal' }));
  numbers.here = (await fileOf(served, here)).number;
  numbers.elsewhere = (await fileOf(served, elsewhere)).number;
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

const readers: readonly (readonly [...ReaderAt, locked: string])[] = [
  ['ar', 'phone', 'omar.interior'],
  ['fr', 'desk', 'leila.health'],
];

describe.each(readers)('an agent reading %s on a %s', (language, screen, unlucky) => {
  const reader: ReaderAt = [language, screen];
  const say = translator(language);

  test('signs in, finds the files of the province and no other, and leaves', async () => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/${language}/post`);
    expect(page.url()).toBe(`${served.origin}/${language}/sign-in`);
    await expectGoodPage(page, reader);
    await sendForm(page, { identifier: 'naima.secretary', password: CAST_PASSWORD });
    expect(page.url()).toBe(`${served.origin}/${language}/post`);
    expect(await page.locator(`a[href$="${numbers.here}"]`).count()).toBe(1);
    expect(await page.locator(`a[href$="${numbers.elsewhere}"]`).count()).toBe(0);
    await expectGoodPage(page, reader);
    await goOn(page, `a[href$="${numbers.here}"]`);
    expect(await page.textContent('h1')).toBe(say('portal.headline.scored'));
    await page.goto(`${served.origin}/${language}/follow/${numbers.elsewhere}`);
    expect(await page.textContent('h1')).toBe(say('portal.find.title'));
    await page.goto(`${served.origin}/${language}/post`);
    await goOn(page, 'form[action$="/sign-out"] button');
    expect(page.url()).toBe(`${served.origin}/${language}`);
    await page.goto(`${served.origin}/${language}/post`);
    expect(page.url()).toBe(`${served.origin}/${language}/sign-in`);
    await page.context().close();
  });

  test('with a wrong password is not told which half is wrong; after five, the account rests', async () => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/${language}/sign-in`);
    await sendForm(page, { identifier: unlucky, password: 'mistyped' });
    expect(await page.textContent('main')).toContain(say('portal.sign-in.error.wrong'));
    expect(await page.inputValue('[name=identifier]')).toBe(unlucky);
    expect(await page.inputValue('[name=password]')).toBe('');
    await expectGoodPage(page, reader);
    for (let attempt = 0; attempt < 4; attempt += 1) await sendForm(page, { password: 'mistyped' });
    await sendForm(page, { password: CAST_PASSWORD });
    expect(await page.textContent('main')).toContain(say('portal.sign-in.error.locked', { minutes: 15 }));
    await expectGoodPage(page, reader);
    await page.context().close();
  });
});
