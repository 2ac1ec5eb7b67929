import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '#platform/i18n';
import { aFamily } from '../surfaces/testing/families.ts';
import { fileOf, register } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser } from './browser.ts';
import { expectGoodPage, fieldsOfBirth, goOn, openPage, type ReaderAt, sendForm } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
const widow = aFamily('poor');
const payer = aFamily('vulnerable');
const numbers = { widow: '', payer: '' };

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  const [first = ''] = await register(served, widow);
  const [second = ''] = await register(served, payer);
  numbers.widow = (await fileOf(served, first)).number;
  numbers.payer = (await fileOf(served, second)).number;
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

const readers: readonly ReaderAt[] = [
  ['ar', 'phone'],
  ['fr', 'desk'],
];

describe.each(readers)('a family reading %s on a %s', (...reader) => {
  const [language] = reader;
  const say = translator(language);
  const birthOf = ({ members }: typeof widow) => fieldsOfBirth(members[0]?.birth_date ?? '');

  test('goes from the first page to where its card is, by two answers', async () => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/`);
    await goOn(page, `a[href="/${language}"]`);
    await expectGoodPage(page, reader);
    await goOn(page, `main a[href="/${language}/follow"]`);
    await expectGoodPage(page, reader);
    await sendForm(page, { number: numbers.widow, ...birthOf(widow) });
    expect(page.url()).toBe(`${served.origin}/${language}/follow/${numbers.widow}`);
    expect(await page.textContent('h1')).toBe(say('portal.card.where.anam'));
    expect(await page.locator('[aria-current="step"]').textContent()).toContain(say('portal.step.card-made'));
    await expectGoodPage(page, reader);
    await page.reload();
    expect(await page.textContent('h1')).toBe(say('portal.card.where.anam'));
    await page.context().close();
  });

  test('learns what it must pay, and why it was assessed so', async () => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/${language}/follow/${numbers.payer}`);
    expect(await page.inputValue('[name=number]')).toBe(numbers.payer);
    await sendForm(page, birthOf(payer));
    expect(await page.textContent('h1')).toMatch(/\d+\u00a0(DH|درهم)/);
    await goOn(page, `a[href="/${language}/follow/${numbers.payer}/score"]`);
    expect(await page.textContent('h1')).toBe(say('portal.score.outcome.vulnerable'));
    expect(await page.textContent('main')).toContain(say('portal.score.illustrative'));
    expect(await page.textContent('main')).toContain(say('portal.reason.as-scored'));
    await expectGoodPage(page, reader);
    await page.context().close();
  });

  test('that mistypes its birth date is told so, keeps what it typed and learns nothing', async () => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/${language}/follow`);
    await sendForm(page, { number: numbers.widow, ...birthOf(payer) });
    expect(await page.textContent('[role=alert], .error-summary')).toContain(say('portal.find.error.not-found'));
    expect(await page.inputValue('[name=number]')).toBe(numbers.widow);
    expect(await page.title()).toContain(say('design.error-prefix'));
    await expectGoodPage(page, reader);
    await page.context().close();
  });

  test('leaves nothing for the next user of the machine once the browser is closed', async () => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/${language}/follow`);
    await sendForm(page, { number: numbers.widow, ...birthOf(widow) });
    const [kept] = await page.context().cookies();
    expect(kept).toMatchObject({ name: 'ramed_file', httpOnly: true, sameSite: 'Strict' });
    await page.context().clearCookies();
    await page.reload();
    expect(await page.textContent('h1')).toBe(say('portal.find.title'));
    await page.context().close();
  });
});
